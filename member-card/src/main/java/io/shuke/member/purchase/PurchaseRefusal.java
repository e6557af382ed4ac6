package io.shuke.member.purchase;

import io.shuke.member.ground.Refusal;

/** Why a bill or a refund is not accepted. */
public final class PurchaseRefusal extends Refusal {

    private PurchaseRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static PurchaseRefusal badStore() {
        return new PurchaseRefusal(Kind.BAD_INPUT, "purchase.bad-store");
    }

    static PurchaseRefusal badChannel() {
        return new PurchaseRefusal(Kind.BAD_INPUT, "purchase.bad-channel");
    }

    static PurchaseRefusal badOrderNumber() {
        return new PurchaseRefusal(Kind.BAD_INPUT, "purchase.bad-order-number");
    }

    static PurchaseRefusal badLine() {
        return new PurchaseRefusal(Kind.BAD_INPUT, "purchase.bad-line");
    }

    static PurchaseRefusal tooManyLines(int most) {
        return new PurchaseRefusal(Kind.BAD_INPUT, "purchase.too-many-lines", most);
    }

    static PurchaseRefusal notPositive() {
        return new PurchaseRefusal(Kind.BAD_INPUT, "purchase.not-positive");
    }

    static PurchaseRefusal tooMuch() {
        return new PurchaseRefusal(Kind.BAD_INPUT, "purchase.too-much");
    }

    static PurchaseRefusal linesDoNotAddUp() {
        return new PurchaseRefusal(Kind.BAD_INPUT, "purchase.lines-do-not-add-up");
    }

    static PurchaseRefusal paidOutOfBounds() {
        return new PurchaseRefusal(Kind.BAD_INPUT, "purchase.paid-out-of-bounds");
    }

    static PurchaseRefusal inTheFuture() {
        return new PurchaseRefusal(Kind.BAD_INPUT, "purchase.in-the-future");
    }

    static PurchaseRefusal badCursor() {
        return new PurchaseRefusal(Kind.BAD_INPUT, "purchase.bad-cursor");
    }

    static PurchaseRefusal orderConflict(Order order) {
        return new PurchaseRefusal(Kind.CONFLICT, "purchase.order-conflict", order.number());
    }

    static PurchaseRefusal noSuchBill() {
        return new PurchaseRefusal(Kind.NOT_FOUND, "purchase.no-such-bill");
    }

    static PurchaseRefusal refundNotPositive() {
        return new PurchaseRefusal(Kind.BAD_INPUT, "purchase.refund-not-positive");
    }

    static PurchaseRefusal noSuchLine(int line) {
        return new PurchaseRefusal(Kind.BAD_INPUT, "purchase.no-such-line", line);
    }

    static PurchaseRefusal refundedAlready() {
        return new PurchaseRefusal(Kind.CONFLICT, "purchase.refunded-already");
    }

    static PurchaseRefusal moreThanPaid(long leftFen) {
        return new PurchaseRefusal(
                Kind.CONFLICT, "purchase.more-than-paid", "%d.%02d".formatted(leftFen / 100, leftFen % 100));
    }

    static PurchaseRefusal moreThanBought(int line, int left) {
        return new PurchaseRefusal(Kind.CONFLICT, "purchase.more-than-bought", line, left);
    }

    static PurchaseRefusal refundConflict(String orderNo) {
        return new PurchaseRefusal(Kind.CONFLICT, "purchase.refund-conflict", orderNo);
    }
}

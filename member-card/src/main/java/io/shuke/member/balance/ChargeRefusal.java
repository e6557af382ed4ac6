package io.shuke.member.balance;

import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Refusal;
import io.shuke.member.ledger.Asset;

/** What stored value says no to. */
public final class ChargeRefusal extends Refusal {

    private ChargeRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static ChargeRefusal notPositive() {
        return new ChargeRefusal(Kind.BAD_INPUT, "charge.not-positive");
    }

    static ChargeRefusal planChanged() {
        return new ChargeRefusal(Kind.CONFLICT, "charge.plan-changed");
    }

    static ChargeRefusal planImpossible(String why) {
        return new ChargeRefusal(Kind.BAD_INPUT, "charge.plan-impossible", why);
    }

    static ChargeRefusal insufficient(Fen available, Fen need) {
        return new ChargeRefusal(Kind.CONFLICT, "balance.insufficient", words(available), words(need));
    }

    static ChargeRefusal moreThanRepayable(Fen repayable) {
        return new ChargeRefusal(Kind.CONFLICT, "charge.more-than-repayable", words(repayable));
    }

    static ChargeRefusal moreThanSpent(long left) {
        return new ChargeRefusal(Kind.CONFLICT, "charge.more-than-spent", words(new Fen(left)));
    }

    static ChargeRefusal overCap(Fen room) {
        return new ChargeRefusal(Kind.CONFLICT, "charge.over-cap", words(Purse.CAP), words(room));
    }

    static ChargeRefusal offerWithdrawn() {
        return new ChargeRefusal(Kind.CONFLICT, "charge.offer-withdrawn");
    }

    static ChargeRefusal tooManyOpen(int most) {
        return new ChargeRefusal(Kind.CONFLICT, "charge.too-many-open", most);
    }

    static ChargeRefusal otherAmount() {
        return new ChargeRefusal(Kind.CONFLICT, "charge.other-amount");
    }

    static ChargeRefusal paidOtherwise() {
        return new ChargeRefusal(Kind.CONFLICT, "charge.paid-otherwise");
    }

    static ChargeRefusal keyUsed() {
        return new ChargeRefusal(Kind.CONFLICT, "charge.key-used");
    }

    static ChargeRefusal noSuchCharge() {
        return new ChargeRefusal(Kind.NOT_FOUND, "charge.unknown");
    }

    static ChargeRefusal noSuchRefund() {
        return new ChargeRefusal(Kind.NOT_FOUND, "charge.no-such-refund");
    }

    static ChargeRefusal notStuck() {
        return new ChargeRefusal(Kind.CONFLICT, "charge.not-stuck");
    }

    static ChargeRefusal notAMember() {
        return new ChargeRefusal(Kind.CONFLICT, "charge.not-a-member");
    }

    static ChargeRefusal stillUnderway() {
        return new ChargeRefusal(Kind.CONFLICT, "charge.still-underway");
    }

    static ChargeRefusal badReason() {
        return new ChargeRefusal(Kind.BAD_INPUT, "charge.bad-reason");
    }

    private static String words(Fen amount) {
        return Asset.PRINCIPAL.words(amount.value());
    }
}

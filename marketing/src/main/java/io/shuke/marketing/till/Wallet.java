package io.shuke.marketing.till;

import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Instruction;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.ledger.Reversal;
import io.shuke.member.membership.MemberId;
import io.shuke.member.purchase.BillId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a bill moves on a member's accounts, in one go, and what its refunds move back. */
@Component
class Wallet {

    private final Ledger ledger;

    Wallet(Ledger ledger) {
        this.ledger = ledger;
    }

    /** How much of the stored value is taken from what. */
    record Split(long principalFen, long giftFen) {

        static final Split NONE = new Split(0, 0);
    }

    static String reference(BillId bill) {
        return "bill:" + bill;
    }

    private static Reference of(BillId bill) {
        return new Reference(reference(bill));
    }

    /** Points are earned and spent on the same account, which knows each name only once. */
    private static Reference offset(BillId bill) {
        return new Reference("bill-offset:" + bill);
    }

    private static Reference of(RefundedBill refund) {
        return new Reference("refund:" + refund.id());
    }

    private static Reference offset(RefundedBill refund) {
        return new Reference("refund-offset:" + refund.id());
    }

    /** What the member's accounts hold, and nobody else changes meanwhile. */
    Map<Asset, Long> hold(MemberId member) {
        return ledger.hold(member, Asset.POINTS, Asset.GROWTH, Asset.PRINCIPAL, Asset.GIFT);
    }

    /** What was given goes first, so that what was paid in can be paid back as long as possible. */
    static Split split(Map<Asset, Long> balances, long fen) {
        var gift = Math.min(fen, Math.max(0, balances.getOrDefault(Asset.GIFT, 0L)));
        var principal = fen - gift;
        var has = balances.getOrDefault(Asset.PRINCIPAL, 0L);
        if (principal > has) {
            throw TillRefusal.balanceShort(gift + Math.max(0, has));
        }
        return new Split(principal, gift);
    }

    /** The offset first: points that this very bill brings cannot pay for it. */
    void settle(MemberId member, Settlement bill) {
        var moves = new ArrayList<Instruction>();
        var name = of(bill.id());
        spend(moves, member, Asset.POINTS, bill.points(), Reason.OFFSET, offset(bill.id()));
        spend(moves, member, Asset.GIFT, bill.giftFen(), Reason.PAYMENT, name);
        spend(moves, member, Asset.PRINCIPAL, bill.principalFen(), Reason.PAYMENT, name);
        if (bill.pointsEarned() > 0) {
            moves.add(Movement.earn(member, Asset.POINTS, bill.pointsEarned(), Reason.PURCHASE, name));
        }
        if (bill.growth() > 0) {
            moves.add(Movement.earn(member, Asset.GROWTH, bill.growth(), Reason.PURCHASE, name));
        }
        ledger.post(moves);
    }

    private static void spend(
            List<Instruction> moves, MemberId member, Asset asset, long amount, Reason reason, Reference name) {
        if (amount > 0) {
            moves.add(Movement.spend(member, asset, amount, reason, name));
        }
    }

    /**
     * What was spent comes back to where it was, before what was earned is taken back.
     *
     * @return how many points were taken back in fact: what has expired is gone already
     */
    long refund(MemberId member, RefundedBill refund) {
        var bill = refund.bill();
        var moves = new ArrayList<Instruction>();
        back(
                moves,
                Reversal.of(member, Asset.POINTS, offset(bill), offset(refund), Reason.REFUND),
                refund.pointsGivenBack());
        back(moves, Reversal.of(member, Asset.GIFT, of(bill), of(refund), Reason.REFUND), refund.giftFen());
        back(moves, Reversal.of(member, Asset.PRINCIPAL, of(bill), of(refund), Reason.REFUND), refund.principalFen());
        back(moves, Reversal.of(member, Asset.POINTS, of(bill), of(refund), Reason.REFUND), refund.pointsTakenBack());
        back(moves, Reversal.of(member, Asset.GROWTH, of(bill), of(refund), Reason.REFUND), refund.growthTakenBack());
        return ledger.post(moves).stream()
                .filter(entry ->
                        entry.asset().equals(Asset.POINTS) && entry.reference().equals(of(refund)))
                .mapToLong(entry -> -entry.change())
                .sum();
    }

    private static void back(List<Instruction> moves, Reversal reversal, long amount) {
        if (amount > 0) {
            moves.add(reversal.only(amount));
        }
    }
}

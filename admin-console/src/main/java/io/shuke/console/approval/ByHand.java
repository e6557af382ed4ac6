package io.shuke.console.approval;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.coupon.Coupon;
import io.shuke.member.ground.Fen;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Entry;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import org.springframework.stereotype.Service;

/**
 * What staff do by hand. Up to the limits it is done; above them it is taken down and refused with
 * {@code approval.needed}, and done when a second person agrees. Asked again with the same key it is the same wish.
 */
@Service
public class ByHand {

    private final Wishes wishes;
    private final Deeds deeds;
    private final Members members;

    ByHand(Wishes wishes, Deeds deeds, Members members) {
        this.wishes = wishes;
        this.deeds = deeds;
        this.members = members;
    }

    /**
     * @param asset points or stored gifts
     * @param change in points or 分; negative takes
     */
    public Entry adjust(ConsoleUser user, Asset asset, MemberId member, long change, Why why) {
        var kind = asset.equals(Asset.POINTS) ? Kind.POINTS : Kind.BALANCE;
        var deed = new Deed(kind, member, change, 0, why.note());
        ask(user, deed, why.key());
        return deeds.adjust(deed, user.staff().value(), why.key());
    }

    public Coupon give(ConsoleUser user, long offer, MemberId member, Why why) {
        var deed = new Deed(Kind.COUPON, member, 1, offer, why.note());
        ask(user, deed, why.key());
        return deeds.give(deed, user.staff().value(), why.key());
    }

    public void refund(ConsoleUser user, MemberId member, Fen amount, Why why) {
        ask(user, new Deed(Kind.REFUND, member, amount.value(), 0, why.note()), why.key());
    }

    /** @param gift what is given on top */
    public void charge(ConsoleUser user, MemberId member, Fen pay, Fen gift, Why why) {
        ask(user, new Deed(Kind.CHARGE, member, pay.value(), gift.value(), why.note()), why.key());
    }

    /**
     * @param note why, in words
     * @param key made by the page for this one deed
     */
    public record Why(String note, String key) {}

    /** The word for it must stay written down, so the no is said when that transaction is over. */
    private void ask(ConsoleUser user, Deed deed, String key) {
        members.member(deed.member());
        switch (wishes.take(user.staff(), deed, key)) {
            case ALONE, APPROVED -> {}
            case WAITING -> throw ApprovalRefusal.needed(Wishes.GOOD_FOR.toDays());
            case REFUSED -> throw ApprovalRefusal.refused();
            case EXPIRED -> throw ApprovalRefusal.expired();
        }
    }
}

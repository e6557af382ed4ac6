package io.shuke.member.ledger;

import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff give or take by hand, always with a note that the member reads too. The one way for it: limits a person, a day
 * and a second person's approval belong into {@link #post}.
 */
@Service
public class Adjustments {

    private final Ledger ledger;
    private final Members members;

    Adjustments(Ledger ledger, Members members) {
        this.ledger = ledger;
        this.members = members;
    }

    /**
     * @param key chosen by whoever asks: the same adjustment asked for again is made once
     * @param staff who does it
     */
    public record Adjustment(MemberId member, Asset asset, long change, String note, String key, String staff) {}

    /** Money that was paid for is not given by hand: it comes in and goes out with a payment. */
    @Transactional
    public Entry post(Adjustment asked) {
        if (asked.asset().equals(Asset.PRINCIPAL)) {
            throw new IllegalArgumentException("principal moves with payments only");
        }
        members.member(asked.member());
        var reference = new Reference("adjust:" + asked.key());
        var movement = asked.change() >= 0
                ? Movement.earn(asked.member(), asked.asset(), asked.change(), Reason.GRANT, reference)
                : Movement.spend(asked.member(), asked.asset(), opposite(asked.change()), Reason.DEDUCTION, reference);
        return ledger.post(movement.noting(asked.note()).by("staff:" + asked.staff()));
    }

    private static long opposite(long change) {
        return change == Long.MIN_VALUE ? Long.MAX_VALUE : -change;
    }
}

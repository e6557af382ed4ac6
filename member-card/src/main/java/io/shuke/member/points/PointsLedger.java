package io.shuke.member.points;

import io.shuke.member.ground.Slice;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Entry;
import io.shuke.member.ledger.Expiring;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.SoonExpiring;
import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A member's points as people look at them. What moves them is posted in the {@link Ledger}. */
@Service
public class PointsLedger {

    private final Ledger ledger;

    PointsLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What can be spent; negative after a refund of points that are spent already. */
    public Points balance(MemberId member) {
        return new Points(ledger.balance(member, Asset.POINTS));
    }

    /** Newest first. */
    public Slice<Entry> history(MemberId member, @Nullable String cursor, int size) {
        return ledger.history(member, Asset.POINTS, cursor, size);
    }

    /** What will expire up to and including that day, the nearest first. */
    public List<Expiring> expiring(MemberId member, LocalDate until) {
        return ledger.expiring(member, Asset.POINTS, until);
    }

    /** Of whose points something expires up to and including that day, a page after the other. */
    public SoonExpiring soonExpiring(LocalDate until, SoonExpiring.Place after, int limit) {
        return ledger.soonExpiring(Asset.POINTS, until, after, limit);
    }
}

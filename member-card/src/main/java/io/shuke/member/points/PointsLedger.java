package io.shuke.member.points;

import io.shuke.member.ground.Slice;
import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members own in points. Every change is a movement with a reference; nothing is ever updated or deleted. */
@Service
public class PointsLedger {

    PointsLedger() {}

    public Points balance(MemberId member) {
        throw new UnsupportedOperationException("balance of " + member);
    }

    /** Posts one movement; a repeated one returns the first one's entry. */
    @Transactional
    public Entry post(Movement movement) {
        return post(List.of(movement)).get(0);
    }

    /**
     * Posts many movements, of one member or of hundreds, with the same few statements. All or none: the first that is
     * refused is thrown, and the caller's {@code Lane} repeats the batch one by one.
     */
    @Transactional
    public List<Entry> post(List<Movement> movements) {
        throw new UnsupportedOperationException("posting " + movements.size());
    }

    @Transactional
    public Entry reverse(Reversal reversal) {
        throw new UnsupportedOperationException("reversing " + reversal.original());
    }

    /** Newest first. */
    public Slice<Entry> history(MemberId member, @Nullable String cursor, int size) {
        throw new UnsupportedOperationException("history of " + member + " from " + cursor + " by " + size);
    }

    /** What will expire up to and including that day, the nearest first. */
    public List<Expiring> expiring(MemberId member, LocalDate until) {
        throw new UnsupportedOperationException("expiring of " + member + " until " + until);
    }

    /** A frozen account refuses every movement until it is unfrozen. */
    @Transactional
    public void freeze(MemberId member) {
        throw new UnsupportedOperationException("freezing " + member);
    }

    @Transactional
    public void unfreeze(MemberId member) {
        throw new UnsupportedOperationException("unfreezing " + member);
    }
}

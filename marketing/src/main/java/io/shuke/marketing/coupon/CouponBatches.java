package io.shuke.marketing.coupon;

import static java.util.Objects.requireNonNull;

import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Slice;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Giving to many, a few hundred at a time. The coupons and how far it has come are written in one transaction, so a batch
 * that was cut off goes on with the next member; and one member gets one coupon of it, by the key of its reference.
 */
@Service
public class CouponBatches {

    static final int AT_ONCE = 500;

    private static final int LARGEST_PAGE = 100;
    /** Rows in one statement. */
    private static final int A_PACKET = 2_000;

    private static final Set<String> SKIPPED = Set.of("coupon.limit-reached", "coupon.level-too-low");
    private static final Set<String> WAITED_FOR = Set.of("coupon.paused", "coupon.not-started");

    private final CouponBatchMapper mapper;
    private final Offers offers;
    private final Issue issue;
    private final Members members;
    private final Ids ids;
    private final Clock clock;

    CouponBatches(CouponBatchMapper mapper, Offers offers, Issue issue, Members members, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.offers = offers;
        this.issue = issue;
        this.members = members;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes the wish down; {@link #advance} fulfils it. Asked for again, it is the same batch. */
    @Transactional
    public CouponBatch start(NewBatch asked) {
        offers.offer(asked.offer());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var named = new TreeSet<Long>();
        if (asked.members() != null) {
            asked.members().forEach(member -> named.add(member.value()));
        }
        var row = new CouponBatchMapper.CouponBatchRow(
                ids.next(),
                asked.offer(),
                asked.way().name(),
                Award.reference("batch", asked.key()),
                named.isEmpty(),
                asked.notBefore() == null ? now : asked.notBefore(),
                CouponBatch.State.RUNNING.name(),
                named.isEmpty() ? members.count() : named.size(),
                0,
                0,
                0,
                asked.actor(),
                now,
                null);
        try {
            mapper.insert(row);
        } catch (DuplicateKeyException again) {
            var first = requireNonNull(mapper.byReference(row.reference()));
            if (first.offerId() != asked.offer() || first.everybody() != row.everybody()) {
                throw CouponRefusal.referenceConflict();
            }
            return first.toDomain();
        }
        var list = List.copyOf(named);
        for (int from = 0; from < list.size(); from += A_PACKET) {
            mapper.name(row.id(), list.subList(from, Math.min(list.size(), from + A_PACKET)));
        }
        return row.toDomain();
    }

    /** @throws OfferRefusal {@code offer.batch-unknown} */
    public CouponBatch batch(long id) {
        var row = mapper.one(id);
        if (row == null) {
            throw OfferRefusal.batchUnknown();
        }
        return row.toDomain();
    }

    /** The newest first. */
    public Slice<CouponBatch> page(@Nullable String cursor, int size) {
        var limit = Math.max(1, Math.min(size, LARGEST_PAGE));
        try {
            var before = cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
            var rows = mapper.page(before, limit + 1).stream()
                    .map(CouponBatchMapper.CouponBatchRow::toDomain)
                    .toList();
            return Slice.of(rows, limit, CouponBatch::id);
        } catch (NumberFormatException malformed) {
            throw OfferRefusal.badCursor();
        }
    }

    /** Those that have something to do. */
    public List<Long> due() {
        return mapper.due(clock.instant());
    }

    /** What is given stays given. */
    @Transactional
    public CouponBatch stop(long id) {
        batch(id);
        mapper.end(id, CouponBatch.State.STOPPED.name(), clock.instant());
        return batch(id);
    }

    /** Gives to the next few hundred. @return whether there may be more to do here and now */
    @Transactional
    public boolean advance(long id) {
        var row = mapper.take(id);
        if (row == null) {
            return false;
        }
        var next = row.everybody()
                ? members.idsAfter(row.lastMember(), AT_ONCE)
                : mapper.named(id, row.lastMember(), AT_ONCE);
        if (next.isEmpty()) {
            end(id, CouponBatch.State.DONE);
            return false;
        }
        var there = row.everybody() ? next : members.idsAmong(next);
        var answers =
                issue.give(there.stream().map(member -> award(row, member)).toList());
        var given = answers.stream().filter(Awarded.Given.class::isInstance).count();
        var issued = answers.stream()
                .filter(answer -> answer instanceof Awarded.Given one && one.first())
                .count();
        var obstacle = obstacle(answers);
        if (obstacle == null) {
            mapper.advance(id, next.get(next.size() - 1), issued, next.size() - given);
            return true;
        }
        // Who came before the obstacle keeps his coupon; whoever comes after the pause is asked about again.
        mapper.advance(id, row.lastMember(), issued, 0);
        if (!WAITED_FOR.contains(obstacle)) {
            end(id, CouponBatch.State.CUT_SHORT);
        }
        return false;
    }

    private static Award award(CouponBatchMapper.CouponBatchRow row, long member) {
        return new Award(row.offerId(), new MemberId(member), Way.valueOf(row.way()), "batch:" + row.id(), row.actor());
    }

    /** Why it cannot go on, when it is not only one member who cannot be given any more. */
    private static @Nullable String obstacle(List<Awarded> answers) {
        return answers.stream()
                .filter(Awarded.Refused.class::isInstance)
                .map(refused -> ((Awarded.Refused) refused).why().code())
                .filter(code -> !SKIPPED.contains(code))
                .findFirst()
                .orElse(null);
    }

    private void end(long id, CouponBatch.State state) {
        mapper.end(id, state.name(), clock.instant());
    }
}

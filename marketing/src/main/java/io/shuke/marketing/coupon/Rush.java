package io.shuke.marketing.coupon;

import static java.util.Objects.requireNonNull;

import io.shuke.member.membership.MemberId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides on a batch of awards, one after another, with everything in hand that the database says. */
final class Rush {

    private record Pair(long offer, long member) {}

    private record Asked(long member, String reference) {}

    private static final class Had {

        private int many;
        private int last;
    }

    private final ZoneId zone;
    private final Instant now;
    private final Map<Long, Stock> stocks = new HashMap<>();
    private final Map<Pair, Had> had = new HashMap<>();
    private final Map<Asked, CouponRow> known = new HashMap<>();
    private final Map<MemberId, Integer> raised = new HashMap<>();
    private final Map<Long, Long> taken = new TreeMap<>();
    private final List<CouponPen.Fresh> fresh = new ArrayList<>();

    /** @param now the one moment that all of it happens at */
    Rush(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    void stock(Stock stock) {
        stocks.put(stock.offer(), stock);
    }

    void counted(CouponMapper.CountRow row) {
        var count = had(row.offerId(), row.memberId());
        count.many = row.many();
        count.last = row.last();
    }

    void known(CouponRow row) {
        known.put(new Asked(row.issuedTo(), row.reference()), row);
    }

    void standing(Map<MemberId, Integer> steps) {
        raised.putAll(steps);
    }

    private Had had(long offer, long member) {
        return had.computeIfAbsent(new Pair(offer, member), any -> new Had());
    }

    /** What the same member got for the same reference, in an earlier transaction or in this one. */
    @Nullable
    CouponRow before(Award award) {
        return award.reference() == null
                ? null
                : known.get(new Asked(award.member().value(), award.reference()));
    }

    @Nullable
    CouponRefusal against(Award award, Offer offer) {
        var stock = requireNonNull(stocks.get(offer.id()));
        var giving = offer.giving();
        var byMember = award.way() == Way.CLAIM || award.way() == Way.POINTS || award.way() == Way.WORD;
        if (byMember && !giving.ways().contains(award.way())) {
            return CouponRefusal.notClaimable();
        }
        var closed = giving.against(now, zone);
        if (closed != null) {
            return closed;
        }
        if (stock.paused()) {
            return CouponRefusal.paused();
        }
        if (offer.terms().validity() instanceof Validity.Fixed
                && !now.isBefore(offer.terms().validity().of(now, zone).until())) {
            return CouponRefusal.ended();
        }
        if (stock.isSoldOut()) {
            return CouponRefusal.soldOut();
        }
        if (!isEarned(award.way()) && offer.terms().fromLevel() > raised.getOrDefault(award.member(), 1)) {
            return CouponRefusal.levelTooLow(offer.terms().fromLevel());
        }
        var limit = giving.perMember();
        return limit > 0 && had(offer.id(), award.member().value()).many >= limit
                ? CouponRefusal.limitReached(limit)
                : null;
    }

    /** What somebody was promised for what he did he gets, on whatever step he stands. */
    private static boolean isEarned(Way way) {
        return way == Way.LEVEL || way == Way.CHECK_IN || way == Way.REFERRAL;
    }

    CouponRow take(Award award, Offer offer, long id, Codes.Made code) {
        var stock = requireNonNull(stocks.get(offer.id()));
        stocks.put(offer.id(), new Stock(offer.id(), stock.total(), stock.claimed() + 1, stock.paused()));
        taken.merge(offer.id(), 1L, Long::sum);
        var member = award.member().value();
        var count = had(offer.id(), member);
        count.many++;
        count.last++;
        var span = offer.terms().validity().of(now, zone);
        var row = new CouponRow(
                id,
                offer.id(),
                member,
                member,
                count.last,
                award.way().name(),
                award.reference() == null ? "coupon:" + id : award.reference(),
                code.sealed(),
                CouponRow.CLAIMED,
                span.from(),
                span.until(),
                null,
                null,
                now);
        fresh.add(new CouponPen.Fresh(row, code.hash(), award.actor()));
        known(row);
        return row;
    }

    Map<Long, Long> taken() {
        return taken;
    }

    List<CouponPen.Fresh> fresh() {
        return fresh;
    }
}

package io.shuke.marketing.audience;

import io.shuke.marketing.checkin.CheckInClauses;
import io.shuke.marketing.coupon.CouponClauses;
import io.shuke.member.ground.Clause;
import io.shuke.member.ground.Span;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.LedgerClauses;
import io.shuke.member.membership.DaysOfTheYear;
import io.shuke.member.membership.MemberClauses;
import io.shuke.member.membership.Occasion;
import io.shuke.member.purchase.LifeStage;
import io.shuke.member.purchase.PurchaseClauses;
import io.shuke.member.purchase.Quadrant;
import io.shuke.member.tag.TagId;
import io.shuke.member.tag.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Puts a condition's question together at one moment. Each feature asks of its own tables; this only joins.
 *
 * @param zone the shop's, for whatever counts in days of the calendar
 */
record Gathering(Instant now, ZoneId zone, Tags tags, DaysOfTheYear days) implements Condition.Cases<Clause> {

    Clause of(Condition condition) {
        return condition.as(this);
    }

    @Override
    public Clause everyone() {
        return PurchaseClauses.everybody();
    }

    @Override
    public Clause reachable() {
        return MemberClauses.reachable();
    }

    @Override
    public Clause all(List<Condition> of) {
        return Clause.all(of.stream().map(this::of).toList());
    }

    @Override
    public Clause any(List<Condition> of) {
        return Clause.any(of.stream().map(this::of).toList());
    }

    @Override
    public Clause not(Condition of) {
        return of(of).not();
    }

    @Override
    public Clause lastStore(long store) {
        return PurchaseClauses.lastStore(store);
    }

    @Override
    public Clause lastChannel(String channel) {
        return PurchaseClauses.lastChannel(channel);
    }

    @Override
    public Clause coupon(Condition.WithCoupon coupon) {
        return switch (coupon.use()) {
            case HOLDS -> CouponClauses.holds(coupon.offer(), coupon.days(), now);
            case USED -> CouponClauses.used(coupon.offer(), coupon.days(), now);
            case ENDS -> CouponClauses.ends(coupon.offer(), coupon.days(), now);
        };
    }

    @Override
    public Clause stage(LifeStage stage) {
        return PurchaseClauses.stage(stage);
    }

    @Override
    public Clause quadrant(Quadrant quadrant) {
        return PurchaseClauses.quadrant(quadrant);
    }

    @Override
    public Clause late(int percent) {
        return PurchaseClauses.late(percent, now);
    }

    @Override
    public Clause measured(Measure measure, Span span) {
        return switch (measure) {
            case LEVEL -> PurchaseClauses.step(span);
            case VISITS -> PurchaseClauses.visits(span);
            case AMOUNT -> PurchaseClauses.amount(span);
            case AVERAGE_BILL -> PurchaseClauses.averageBill(span);
            case LAST_VISIT -> PurchaseClauses.lastVisit(span, now);
            case JOINED -> MemberClauses.joined(span, now);
            case RECENCY -> PurchaseClauses.recency(span);
            case FREQUENCY -> PurchaseClauses.frequency(span);
            case MONEY -> PurchaseClauses.money(span);
            case STREAK -> CheckInClauses.streak(span, today());
            case CHECK_INS -> CheckInClauses.thisMonth(span, today());
            case LAST_CHECK_IN -> CheckInClauses.last(span, today());
        };
    }

    @Override
    public Clause bought(Condition.Bought bought) {
        var within = bought.withinDays();
        var since = within == null ? null : now.minus(Duration.ofDays(within));
        return switch (bought.shelf()) {
            case GOODS -> PurchaseClauses.bought(bought.name(), bought.times(), since);
            case CATEGORY -> PurchaseClauses.boughtOf(bought.name(), bought.times(), since);
        };
    }

    @Override
    public Clause pointsEnd(int within) {
        return LedgerClauses.ends(Asset.POINTS, today(), today().plusDays(within));
    }

    @Override
    public Clause dateIn(Occasion occasion, int within) {
        return days.soon(occasion, within, today());
    }

    @Override
    public Clause tagged(long tag) {
        return tags.tagged(new TagId(tag));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }
}

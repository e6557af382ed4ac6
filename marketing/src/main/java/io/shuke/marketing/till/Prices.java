package io.shuke.marketing.till;

import io.shuke.marketing.coupon.LevelPrice;
import io.shuke.marketing.coupon.PointsOffset;
import io.shuke.member.level.Deed;
import io.shuke.member.level.Level;
import io.shuke.member.level.Levels;
import io.shuke.member.level.Rung;
import io.shuke.member.level.Standing;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.points.MemberFacts;
import io.shuke.member.points.PointsRules;
import io.shuke.member.purchase.Bill;
import io.shuke.member.purchase.Purchases;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What being a member is worth on a bill: what the level pays, what points pay, what a bill earns. */
@Component
class Prices {

    private static final int FEN_A_GROWTH = 100;

    private final Levels levels;
    private final PointsRules rules;
    private final Purchases purchases;
    private final Members members;
    private final Merchants merchants;

    Prices(Levels levels, PointsRules rules, Purchases purchases, Members members, Merchants merchants) {
        this.levels = levels;
        this.rules = rules;
        this.purchases = purchases;
        this.members = members;
        this.merchants = merchants;
    }

    /** A member whose standing is held, so that what is decided by it stays true. */
    record Regular(MemberId member, Standing standing, Rung rung) {

        LevelPrice price() {
            return priceOf(rung);
        }
    }

    Regular hold(MemberId member) {
        var standing = levels.hold(member);
        return new Regular(member, standing, levels.ladder().rung(standing.step()));
    }

    /** For a look without holding anything. */
    Level level(MemberId member) {
        return levels.progress(member).level();
    }

    LevelPrice price(Level level) {
        return priceOf(levels.ladder().rung(level.step()));
    }

    private static LevelPrice priceOf(Rung rung) {
        return new LevelPrice(rung.level().name(), rung.benefits().discountPercent());
    }

    PointsOffset offset() {
        var offset = rules.current().offset();
        return offset.pointsPerYuan() == 0
                ? PointsOffset.NONE
                : new PointsOffset(offset.pointsPerYuan(), offset.sharePercent());
    }

    /** No more of them than the shop takes on one bill. */
    long taken(long points) {
        var offset = rules.current().offset();
        return Math.min(points, offset.most().value() * offset.pointsPerYuan() / 100);
    }

    /** Points of a bill whose paid sum is known. */
    long points(Regular regular, Bill bill) {
        var earning = rules.current().earning();
        var day = day(bill);
        var benefits = regular.rung().benefits();
        var facts = new MemberFacts(
                regular.standing().step(),
                benefits.pointsPercent(),
                regular.standing().boosted(day),
                levels.ladder().boostPercent(),
                earning.lookAtBirthdays() ? members.member(regular.member()).birthday() : null,
                earning.dailyCap() == null ? 0 : earnedOn(day, regular.member()));
        return earning.earn(bill, facts, day).points();
    }

    private long earnedOn(LocalDate day, MemberId member) {
        var zone = merchants.current().zone();
        return purchases.points(
                member,
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Counted like money, in whole yuan, and never spent. */
    static long growth(Bill bill) {
        return bill.paid().value() / FEN_A_GROWTH;
    }

    /** @return where the member stands now */
    Level bought(Regular regular, Bill bill) {
        var deed = Deed.bill(day(bill), bill.paid().value(), growth(bill));
        return levels.ladder()
                .rung(levels.bought(regular.standing(), deed).step())
                .level();
    }

    void takenBack(Regular regular, Bill bill, RefundedBill refund) {
        var visits = refund.whole() ? 1 : 0;
        levels.takenBack(regular.standing(), new Deed(day(bill), refund.amountFen(), visits, refund.growthTakenBack()));
    }

    private LocalDate day(Bill bill) {
        return LocalDate.ofInstant(bill.at(), merchants.current().zone());
    }
}

package io.shuke.marketing.till;

import io.shuke.marketing.coupon.Basket;
import io.shuke.marketing.coupon.BasketLine;
import io.shuke.marketing.coupon.Coupon;
import io.shuke.marketing.coupon.LevelPrice;
import io.shuke.marketing.coupon.Paying;
import io.shuke.marketing.coupon.PointsOffset;
import io.shuke.marketing.coupon.Reckoning;
import io.shuke.marketing.coupon.SalesChannel;
import io.shuke.marketing.coupon.Usable;
import io.shuke.marketing.pass.Pass;
import io.shuke.marketing.pass.PassBenefit;
import io.shuke.marketing.pass.Passes;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** What being a member is worth on a bill: what the level or a pass pays, what points pay, what a bill earns. */
@Component
class Prices {

    private static final int FEN_A_GROWTH = 100;

    private final Levels levels;
    private final Passes passes;
    private final PointsRules rules;
    private final Purchases purchases;
    private final Members members;
    private final Merchants merchants;

    Prices(Levels levels, Passes passes, PointsRules rules, Purchases purchases, Members members, Merchants merchants) {
        this.levels = levels;
        this.passes = passes;
        this.rules = rules;
        this.purchases = purchases;
        this.members = members;
        this.merchants = merchants;
    }

    /** A member whose standing is held, so that what is decided by it stays true. */
    record Regular(MemberId member, Standing standing, Rung rung) {}

    Regular hold(MemberId member) {
        var standing = levels.hold(member);
        return new Regular(member, standing, levels.ladder().rung(standing.step()));
    }

    /** Whom a bill is reckoned for. */
    record Guest(int step, LevelPrice price) {

        static final Guest STRANGER = new Guest(1, LevelPrice.NONE);
    }

    /** @param at when it is bought: a pass is good by the day */
    Guest guest(Regular regular, Instant at) {
        return guest(regular.member(), regular.rung(), at);
    }

    /** For a look without holding anything. */
    Guest guest(MemberId member, Level level, Instant at) {
        return guest(member, levels.ladder().rung(level.step()), at);
    }

    private Guest guest(MemberId member, Rung rung, Instant at) {
        var byLevel = new LevelPrice(rung.level().name(), rung.benefits().discountPercent());
        var pass = passes.discount(member, day(at)).map(Prices::price);
        return new Guest(rung.level().step(), pass.map(byLevel::or).orElse(byLevel));
    }

    private static LevelPrice price(Pass pass) {
        var percent = pass.benefit() instanceof PassBenefit.Discount discount ? discount.percent() : 100;
        return new LevelPrice(pass.title(), percent);
    }

    /** For a look without holding anything. */
    Level level(MemberId member) {
        return levels.progress(member).level();
    }

    /**
     * A bill before it is reckoned.
     *
     * @param points how many the member would spend at most
     * @param balanceFen how much of the stored value he would spend at most
     */
    record Draft(long store, Instant at, List<BasketLine> lines, long points, long balanceFen) {

        /** A stranger has nothing to spend. */
        Draft unowned() {
            return new Draft(store, at, lines, 0, 0);
        }
    }

    /** What is told beforehand is what is settled: both come from here. */
    Reckoning reckon(Draft draft, Guest guest, List<Coupon> chosen) {
        return Reckoning.of(basket(draft, guest), usable(chosen), paying(draft, guest));
    }

    Reckoning best(Draft draft, Guest guest, List<Coupon> atHand) {
        return Reckoning.best(basket(draft, guest), usable(atHand), paying(draft, guest));
    }

    private Basket basket(Draft draft, Guest guest) {
        var here = LocalDateTime.ofInstant(draft.at(), merchants.current().zone());
        return new Basket(draft.store(), SalesChannel.STORE, here, guest.step(), draft.lines(), 0);
    }

    private Paying paying(Draft draft, Guest guest) {
        return new Paying(guest.price(), offset(), taken(draft.points()), draft.balanceFen());
    }

    private static List<Usable> usable(List<Coupon> coupons) {
        return coupons.stream().map(Coupon::toUsable).toList();
    }

    private PointsOffset offset() {
        var offset = rules.current().offset();
        return offset.pointsPerYuan() == 0
                ? PointsOffset.NONE
                : new PointsOffset(offset.pointsPerYuan(), offset.sharePercent());
    }

    /** No more of them than the shop takes on one bill. */
    private long taken(long points) {
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
        return day(bill.at());
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, merchants.current().zone());
    }
}

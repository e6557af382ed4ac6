package io.shuke.gateway.demo;

import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.level.Benefits;
import io.shuke.member.level.Deed;
import io.shuke.member.level.Judgement;
import io.shuke.member.level.Ladder;
import io.shuke.member.level.Levels;
import io.shuke.member.level.Measure;
import io.shuke.member.level.Rung;
import io.shuke.member.membership.MemberId;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.merchant.Store;
import io.shuke.member.points.MemberFacts;
import io.shuke.member.points.PointsRules;
import io.shuke.member.purchase.Bill;
import io.shuke.member.purchase.Order;
import io.shuke.member.purchase.Purchases;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The demo shop's bills: a day's in one go, and once a month where they lead its guests. */
final class DemoBills {

    private static final int MEMBERS_AT_A_TIME = 2000;
    private static final DateTimeFormatter NUMBER = DateTimeFormatter.BASIC_ISO_DATE;

    private final Purchases purchases;
    private final Levels levels;
    private final Judgement judgement;
    private final PointsRules rules;
    private final Merchants merchants;

    private final List<Bill> today = new ArrayList<>();
    private final Map<Long, Integer> steps = new TreeMap<>();
    private final Map<Long, Deed> month = new TreeMap<>();
    private List<Store> stores = List.of();

    DemoBills(Purchases purchases, Levels levels, Judgement judgement, PointsRules rules, Merchants merchants) {
        this.purchases = purchases;
        this.levels = levels;
        this.judgement = judgement;
        this.rules = rules;
        this.merchants = merchants;
    }

    void open() {
        stores = merchants.stores();
        levels.change(new Ladder(
                Measure.AMOUNT,
                6,
                3,
                30,
                7,
                200,
                List.of(
                        Rung.of(1, "普通会员", 0, Benefits.NONE),
                        Rung.of(2, "银卡", 30_000, new Benefits(95, 100, "长寿面一碗", false, 0, false)),
                        Rung.of(3, "金卡", 120_000, new Benefits(90, 150, "长寿面一碗", true, 1, false)),
                        Rung.of(4, "黑钻卡", 250_000, new Benefits(85, 200, "双人套餐", true, 4, true)))));
        rules.change(PointsRules.Rules.USUAL);
    }

    /** A guest's bill of that day; it is written with the others. */
    Movement eat(Guest guest, MemberId member, LocalDate day, ZoneId zone, SplittableRandom chance) {
        var number = day.format(NUMBER) + "-" + guest.number();
        var store = stores.get(guest.number() % 4 == 0 ? 1 : 0);
        var order = new Order(store.id(), guest.number() % 7 == 0 ? "mini" : Order.COUNTER, number);
        var at = day.atTime(DemoMenu.time(guest, chance)).atZone(zone).toInstant();
        var step = steps.getOrDefault(member.value(), 1);
        var benefits = levels.ladder().rung(step).benefits();
        var bill = Bill.of(purchases.nextId(), order, member, DemoMenu.order(guest, chance), at);
        var facts = new MemberFacts(step, benefits.pointsPercent(), false, 100, null, 0);
        var points = rules.current().earning().earn(bill, facts, day).points();
        today.add(bill.giving(step, points));
        var fen = bill.paid().value();
        var note = "%d月%d日消费 %d.%02d 元".formatted(day.getMonthValue(), day.getDayOfMonth(), fen / 100, fen % 100);
        return Movement.earn(member, Asset.POINTS, points, Reason.PURCHASE, new Reference("demo-bill:" + number))
                .noting(note);
    }

    private static Deed together(Deed one, Deed other) {
        return new Deed(
                other.day(), one.fen() + other.fen(), one.visits() + other.visits(), one.growth() + other.growth());
    }

    /** A day is written wholly or not at all, so its first bill tells whether an earlier start has come so far. */
    void write(LocalDate day) {
        if (!today.isEmpty() && purchases.find(today.get(0).order()).isEmpty()) {
            purchases.record(today);
            today.forEach(bill -> month.merge(
                    Objects.requireNonNull(bill.member()).value(),
                    Deed.bill(day, bill.paid().value(), 0),
                    DemoBills::together));
        }
        today.clear();
        if (day.getDayOfMonth() == day.lengthOfMonth()) {
            count();
        }
        if (day.getDayOfMonth() == 1) {
            while (judgement.judge(MEMBERS_AT_A_TIME)) {
                continue;
            }
        }
    }

    /** Where the month's purchases lead; one at a time would be five statements a bill. */
    void count() {
        month.forEach((id, deed) -> {
            var standing = levels.bought(levels.hold(new MemberId(id)), deed);
            steps.put(id, standing.step());
        });
        month.clear();
    }
}

package io.shuke.marketing.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.Shop;
import io.shuke.marketing.ShopTest;
import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Span;
import io.shuke.member.membership.ImportantDate;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.membership.Occasion;
import io.shuke.member.membership.ProfileChange;
import io.shuke.member.membership.YearDay;
import io.shuke.member.purchase.Bill;
import io.shuke.member.purchase.BillLine;
import io.shuke.member.purchase.Order;
import io.shuke.member.purchase.Purchases;
import io.shuke.member.purchase.Refund;
import io.shuke.member.tag.Tags;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class SegmentsIT {

    private static final Condition ASLEEP = new Condition.Measured(Measure.LAST_VISIT, Span.from(30));
    private static final Condition SOY_MILK = new Condition.Bought(Condition.Shelf.GOODS, "豆浆", 1, null);
    private static final Condition CAKES = new Condition.Bought(Condition.Shelf.CATEGORY, "糕点", 1, null);

    @Autowired
    Shop shop;

    @Autowired
    Segments segments;

    @Autowired
    Purchases purchases;

    @Autowired
    Members members;

    @Autowired
    Tags tags;

    @Autowired
    TagRules rules;

    @Autowired
    Clock clock;

    private final AtomicInteger orders = new AtomicInteger();

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void findsWhoHasBeenAwayAndWhoHasNot() {
        var away = shop.member(0);
        var here = shop.member(0);
        var never = shop.member(0);
        shop.setDay(Shop.TODAY.minusDays(31));
        buy(away, "豆浆", "早点");
        shop.setDay(Shop.TODAY);
        buy(here, "豆浆", "早点");

        assertThat(who(ASLEEP)).containsExactly(away);
        assertThat(who(new Condition.Not(ASLEEP))).containsExactlyInAnyOrder(here, never);
        assertThat(shop.in(() -> segments.count(new Condition.Everyone()))).isEqualTo(3);
    }

    @Test
    void findsWhoBoughtThisButNotThat() {
        var both = shop.member(0);
        var one = shop.member(0);
        buy(both, "豆浆", "早点");
        buy(both, "蛋糕", "糕点");
        buy(one, "豆浆", "早点");

        assertThat(who(new Condition.All(List.of(SOY_MILK, new Condition.Not(CAKES)))))
                .containsExactly(one);
        assertThat(who(new Condition.Any(List.of(SOY_MILK, CAKES)))).containsExactlyInAnyOrder(both, one);
    }

    @Test
    void whatWentBackWasNotBought() {
        var member = shop.member(0);
        var bill = buy(member, "蛋糕", "糕点");
        assertThat(who(CAKES)).containsExactly(member);

        shop.in(() -> purchases.refund(Refund.whole(bill.id(), "r", clock.instant())));

        assertThat(who(CAKES)).isEmpty();
    }

    @Test
    void everyQuestionCanBeAsked() {
        var member = shop.member(0);
        for (var measure : Measure.values()) {
            for (var span : List.of(Span.from(0), Span.from(3), Span.upTo(9), new Span(1, 4), Span.exactly(0))) {
                var condition = new Condition.Measured(measure, span);
                var not = who(new Condition.Not(condition));
                assertThat(who(condition).size() + not.size())
                        .as("%s %s", measure, span)
                        .isEqualTo(1);
            }
        }
        for (var condition : SomeConditions.LEAVES) {
            assertThat(who(condition).size() + who(new Condition.Not(condition)).size())
                    .as(condition.toString())
                    .isEqualTo(1);
        }
        assertThat(who(new Condition.Measured(Measure.JOINED, Span.upTo(1)))).containsExactly(member);
    }

    @Test
    void pagesGoOnByKeyAndMeetEverybodyOnce() {
        var all = IntStream.range(0, 25)
                .mapToObj(n -> shop.member(0))
                .sorted(Comparator.comparing(MemberId::value))
                .toList();
        var now = clock.instant();
        var segment = shop.in(() -> segments.save("所有人", new Condition.Everyone(), "staff:1"));

        var first = shop.in(() -> segments.membersOf(segment.id(), now, null, 10));
        var second = shop.in(() -> segments.membersOf(segment.id(), now, first.get(9), 10));
        var third = shop.in(() -> segments.membersOf(segment.id(), now, second.get(9), 10));

        assertThat(Stream.of(first, second, third).flatMap(List::stream)).isEqualTo(all);
    }

    @Test
    void aSavedOneKeepsItsVersions() {
        var segment = shop.in(() -> segments.save("睡着的", ASLEEP, "staff:1"));

        var changed = shop.in(() -> segments.change(segment.id(), 1, "醒着的", new Condition.Not(ASLEEP), "staff:2"));

        assertThat(changed.version()).isEqualTo(2);
        assertThat(shop.in(segments::all)).extracting(Segment::name).containsExactly("醒着的");
        assertThat(shop.in(() -> segments.segment(segment.id(), 1)).condition()).isEqualTo(ASLEEP);
        assertThat(shop.refusal(() -> segments.change(segment.id(), 1, "又改", ASLEEP, "staff:1")))
                .isEqualTo("audience.changed-meanwhile");
        shop.in(() -> {
            segments.remove(segment.id());
            return true;
        });
        assertThat(shop.in(segments::all)).isEmpty();
        assertThat(shop.refusal(() -> segments.segment(segment.id()))).isEqualTo("audience.unknown-segment");
    }

    @Test
    void ofTwoHundredWithOneNameOneIsSaved() {
        var done = shop.race(200, n -> segments.save("常客", ASLEEP, "staff:" + n));

        assertThat(done).filteredOn("ok"::equals).hasSize(1);
        assertThat(done).filteredOn("audience.name-taken"::equals).hasSize(199);
    }

    @Test
    void findsWhoHasABirthdaySoonWithoutOpeningAny() {
        var solar = shop.member(0);
        var lunar = shop.member(0);
        var later = shop.member(0);
        tells(solar, LocalDate.of(1990, 11, 28), List.of());
        tells(lunar, null, List.of(ImportantDate.yearly(Occasion.BIRTHDAY, YearDay.lunar(10, 20))));
        tells(
                later,
                LocalDate.of(1990, 12, 24),
                List.of(ImportantDate.yearly(Occasion.ANNIVERSARY, YearDay.solar(11, 26))));

        assertThat(who(new Condition.DateIn(Occasion.BIRTHDAY, 7))).containsExactlyInAnyOrder(solar, lunar);
        assertThat(who(new Condition.DateIn(Occasion.BIRTHDAY, 2))).isEmpty();
        assertThat(who(new Condition.DateIn(Occasion.ANNIVERSARY, 1))).containsExactly(later);
    }

    private void tells(MemberId member, @Nullable LocalDate birthday, List<ImportantDate> dates) {
        shop.in(() -> members.change(member, new ProfileChange(null, birthday, null, dates)));
    }

    @Test
    void aRuleSticksATagOnAndTakesItOff() {
        var away = shop.member(0);
        shop.setDay(Shop.TODAY.minusDays(31));
        buy(away, "豆浆", "早点");
        shop.setDay(Shop.TODAY);
        var byHand = shop.member(0);
        var tag = shop.in(() -> tags.create("睡着了", "送一份小菜", "staff:1")).id();
        shop.in(() -> {
            tags.give(tag, byHand, "", "staff:1");
            rules.set(tag, segments.save("睡着的", ASLEEP, "staff:1").id(), "staff:1");
            return rules.run(1);
        });
        assertThat(who(new Condition.Tagged(tag.value()))).containsExactlyInAnyOrder(away, byHand);

        buy(away, "豆浆", "早点");
        shop.in(() -> rules.run(1));

        assertThat(who(new Condition.Tagged(tag.value()))).containsExactly(byHand);
    }

    @Test
    void everybodyInASegmentIsTagged() {
        var all = IntStream.range(0, 7).mapToObj(n -> shop.member(0)).toList();
        var tag = shop.in(() -> tags.create("老会员", "", "staff:1")).id();

        assertThat(shop.in(() -> rules.giveAll(tag, new Condition.Everyone(), "staff:1", 3)))
                .isEqualTo(7);

        assertThat(who(new Condition.Tagged(tag.value()))).containsExactlyInAnyOrderElementsOf(all);
    }

    private List<MemberId> who(Condition condition) {
        return shop.in(() -> segments.page(condition, clock.instant(), null, 100));
    }

    private Bill buy(MemberId member, String name, String category) {
        var order = new Order(1, Order.COUNTER, "n" + orders.incrementAndGet());
        var lines = List.of(new BillLine("", name, category, 1, new Fen(1000)));
        return shop.in(() -> purchases
                .record(Bill.of(purchases.nextId(), order, member, lines, clock.instant()))
                .bill());
    }
}

package io.shuke.marketing.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shuke.marketing.SettableClock;
import io.shuke.marketing.Shop;
import io.shuke.marketing.ShopTest;
import io.shuke.marketing.coupon.Benefit;
import io.shuke.marketing.coupon.CouponBatches;
import io.shuke.marketing.coupon.Giving;
import io.shuke.marketing.coupon.NewBatch;
import io.shuke.marketing.coupon.NewOffer;
import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.coupon.Terms;
import io.shuke.marketing.coupon.Validity;
import io.shuke.marketing.coupon.Way;
import io.shuke.marketing.till.TillAlarms;
import io.shuke.marketing.till.TillKeyId;
import io.shuke.marketing.till.TillRefusal;
import io.shuke.member.ground.Fen;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.membership.ProfileChange;
import io.shuke.member.purchase.Bill;
import io.shuke.member.purchase.BillLine;
import io.shuke.member.purchase.Order;
import io.shuke.member.purchase.Purchases;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class SuggestionsIT {

    @Autowired
    Shop shop;

    @Autowired
    Suggestions suggestions;

    @Autowired
    Members members;

    @Autowired
    Purchases purchases;

    @Autowired
    Offers offers;

    @Autowired
    CouponBatches batches;

    @Autowired
    TillAlarms alarms;

    @Autowired
    SettableClock clock;

    private final AtomicInteger orders = new AtomicInteger();

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void anEmptyShopHasNothingToDo() {
        assertThat(matters()).isEmpty();
        assertThat(shop.in(suggestions::done)).isEmpty();
    }

    @Test
    void findsBirthdaysThreeAndSevenDaysAhead() {
        birthday(3);
        var week = birthday(7);
        birthday(5);

        assertThat(shop.in(suggestions::open))
                .extracting(Suggestion::matter, Suggestion::many)
                .containsExactly(tuple(Matter.BIRTHDAY_3, 1L), tuple(Matter.BIRTHDAY_7, 1L));
        assertThat(shop.in(suggestions::open).get(1).examples()).containsExactly(week);
    }

    @Test
    void findsWhoeverIsLateAndWhatIsAboutToEnd() {
        var late = shop.member(0);
        for (int ago : new int[] {40, 35, 30}) {
            buys(late, ago);
        }
        buys(shop.member(0), 40);
        var holder = shop.member(0);
        gives(holder, 2);

        assertThat(matters()).containsExactly(Matter.COUPONS_END, Matter.LATE);
        assertThat(shop.in(suggestions::open).get(1).examples()).containsExactly(late);
    }

    @Test
    void twoHundredThumbsGiveEachMemberOneCoupon() {
        birthday(3);
        birthday(3);
        var offer = offer(30);
        var other = offer(30);
        assertThat(matters()).containsExactly(Matter.BIRTHDAY_3);

        var outcomes = shop.race(
                200, n -> suggestions.gift(Matter.BIRTHDAY_3, n % 2 == 0 ? offer : other, "staff:" + (n % 3 + 1)));

        assertThat(outcomes).containsOnly("ok", "home.already-done");
        assertThat(outcomes.stream().filter("ok"::equals)).hasSize(100);
        assertThat(shop.count("SELECT COUNT(*) FROM coupon_batch WHERE merchant_id = ?"))
                .isEqualTo(1);
        workOff();
        assertThat(shop.count("SELECT COUNT(*) FROM coupon WHERE merchant_id = ?"))
                .isEqualTo(2);
    }

    @Test
    void whatIsDoneDoesNotComeBackTheSameDay() {
        birthday(7);
        matters();
        var seen = shop.in(() -> suggestions.seen(Matter.BIRTHDAY_7, "staff:1"));

        clock.advance(Duration.ofHours(2));
        birthday(7);

        assertThat(matters()).isEmpty();
        assertThat(shop.in(suggestions::done)).containsExactly(seen);
        assertThat(shop.refusal(() -> suggestions.push(Matter.BIRTHDAY_7, "staff:2")))
                .isEqualTo("home.already-done");
        assertThat(shop.refusal(() -> suggestions.seen(Matter.TILLS, "staff:2")))
                .isEqualTo("ok");
    }

    @Test
    void aWeekLaterItSaysWhatBecameOfIt() {
        birthday(3);
        matters();
        var offer = offer(30);
        shop.in(() -> suggestions.gift(Matter.BIRTHDAY_3, offer, "staff:1"));
        workOff();

        shop.setDay(Shop.TODAY.plusDays(7));

        var outcome = shop.in(suggestions::aWeekAgo);
        assertThat(outcome).hasSize(1);
        assertThat(outcome.get(0).given()).isEqualTo(1);
        assertThat(outcome.get(0).used()).isZero();
    }

    @Test
    void keepsItsPeopleAsOneSegment() {
        birthday(3);
        matters();
        var first = shop.in(() -> suggestions.push(Matter.BIRTHDAY_3, "staff:1"));
        shop.setDay(Shop.TODAY.plusDays(1));
        matters();
        var second = shop.in(() -> suggestions.push(Matter.BIRTHDAY_3, "staff:1"));

        assertThat(first.done()).isNotNull().extracting("subject").isNotNull();
        assertThat(second.done()).extracting("subject").isEqualTo(first.done().subject());
    }

    @Test
    void troublesComeFirstAndAtOnce() {
        birthday(3);
        assertThat(matters()).containsExactly(Matter.BIRTHDAY_3);
        shop.in(() -> {
            alarms.raise(new TillKeyId(7), TillRefusal.Cap.values()[0]);
            return true;
        });
        clock.advance(Duration.ofMinutes(6));

        assertThat(matters()).containsExactly(Matter.TILLS, Matter.BIRTHDAY_3);
        assertThat(shop.refusal(() -> suggestions.gift(Matter.TILLS, 1, "staff:1")))
                .isEqualTo("home.otherwise");
    }

    private List<Matter> matters() {
        return shop.in(suggestions::open).stream().map(Suggestion::matter).toList();
    }

    private MemberId birthday(int daysAhead) {
        var member = shop.member(0);
        var born = Shop.TODAY.plusDays(daysAhead).withYear(1990);
        shop.in(() -> members.change(member, new ProfileChange(null, born, null, null)));
        return member;
    }

    private void buys(MemberId member, int daysAgo) {
        shop.setDay(Shop.TODAY.minusDays(daysAgo));
        var order = new Order(1, Order.COUNTER, "n" + orders.incrementAndGet());
        var lines = List.of(new BillLine("", "面", "", 1, new Fen(1200)));
        shop.in(() -> purchases.record(Bill.of(purchases.nextId(), order, member, lines, clock.instant())));
        shop.setDay(Shop.TODAY);
    }

    private long offer(int days) {
        return shop.in(() -> offers.create(
                        new NewOffer(
                                "五元券",
                                new Benefit.Voucher(500),
                                Terms.plain(new Validity.Relative(0, days)),
                                Giving.by(0),
                                null),
                        "staff:1"))
                .offer()
                .id();
    }

    private void gives(MemberId member, int days) {
        var offer = offer(days);
        shop.in(() -> batches.start(new NewBatch(offer, Way.BULK, List.of(member), null, "k" + offer, "staff:1")));
        workOff();
    }

    private void workOff() {
        clock.advance(Duration.ofMinutes(1));
        shop.in(() -> {
            for (long id : batches.due()) {
                while (batches.advance(id)) {
                    // Until there is nothing more to do.
                }
            }
            return true;
        });
    }
}

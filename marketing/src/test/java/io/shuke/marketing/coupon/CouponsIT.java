package io.shuke.marketing.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.marketing.SettableClock;
import io.shuke.marketing.ShopTest;
import io.shuke.member.ledger.Asset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class CouponsIT {

    @Autowired
    Wallets wallets;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void open() {
        wallets.open();
    }

    @AfterEach
    void allAddsUp() {
        wallets.allAddsUp();
    }

    @Test
    void anOfferIsKeptAsItWasMade() {
        var terms = new Terms(
                1000,
                new Goods(Set.of("noodles", "egg"), Set.of("饮料")),
                Set.of(3L, 9L),
                Set.of(SalesChannel.STORE, SalesChannel.DELIVERY),
                2,
                new Hours(Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), LocalTime.of(22, 30), LocalTime.of(2, 0)),
                new Validity.Fixed(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31)),
                new Stacking("cash", true, false));
        var giving = new Giving(
                Set.of(Way.WORD, Way.NEWCOMER),
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2027-01-01T00:00:00Z"),
                3,
                0,
                "老街面馆2026");
        for (var benefit : List.of(
                new Benefit.Exchange("egg", "卤蛋"),
                new Benefit.Gift("", "热茶"),
                new Benefit.SecondHalf(50, 2),
                new Benefit.Discounted(85, 2000),
                new Benefit.FullReduction(800),
                new Benefit.Voucher(700),
                new Benefit.FreeShipping(600))) {
            var made = wallets.offer(benefit, terms, 5L, giving.word() == null ? giving : wordless(giving));
            var row = wallets.in(() -> wallets.offers.page(null, 1)).items().get(0);

            assertThat(row.offer()).isEqualTo(made);
            assertThat(row.stock()).isEqualTo(new Stock(made.id(), 5L, 0, false));
        }
        assertThat(wallets.offer(new Benefit.Voucher(700), terms, null, giving).giving())
                .isEqualTo(giving);
        assertThatThrownBy(() -> wallets.offer(new Benefit.Voucher(700), terms, null, giving))
                .isInstanceOfSatisfying(
                        OfferRefusal.class, no -> assertThat(no.code()).isEqualTo("offer.word-taken"));
    }

    private static Giving wordless(Giving giving) {
        return new Giving(Set.of(Way.NEWCOMER), giving.from(), giving.until(), giving.perMember(), 0, null);
    }

    @Test
    void aClaimedCouponIsInTheWalletWithItsCodeAndFoundByIt() {
        var member = wallets.anyMember();
        var given = wallets.claim(wallets.open(5L), member, null).orThrow();

        var wallet = wallets.in(() -> wallets.coupons.wallet(member, null, 10)).items();

        assertThat(wallet).extracting(Coupons.InWallet::code).containsExactly(given.code());
        assertThat(given.code()).matches("[0-9A-HJKMNP-TV-Z]{16}");
        assertThat(wallet.get(0).coupon()).isEqualTo(given.coupon());
        var typed = given.code().toLowerCase(Locale.ROOT).replaceAll("(.{4})", "$1-");
        assertThat(wallets.in(() -> wallets.redemptions.byCode(typed)).id())
                .isEqualTo(given.coupon().id());
        assertThat(wallets.in(() -> wallets.coupons.inWallet(member))).isEqualTo(1);
    }

    @Test
    void noCodeStandsInTheDatabase() {
        var given = wallets.claim(wallets.open(5L), wallets.anyMember(), null).orThrow();

        var row = wallets.database()
                .queryForList(
                        "SELECT * FROM coupon WHERE id = ?", given.coupon().id())
                .get(0);

        assertThat(row.values()).allSatisfy(value -> assertThat(
                        value instanceof byte[] bytes
                                ? new String(bytes, StandardCharsets.ISO_8859_1)
                                : String.valueOf(value))
                .doesNotContain(given.code()));
    }

    @Test
    void refusesWhatCannotBeClaimedInTheseWords() {
        var now = clock.instant();
        var member = wallets.anyMember();
        var soon = wallets.offer(5L, window(now.plusSeconds(60), null));
        var over = wallets.offer(5L, window(null, now.minusSeconds(1)));
        var staffs = wallets.offer(5L, Giving.by(1));
        var paused = wallets.open(5L);
        wallets.in(() -> wallets.offers.pause(paused.id(), true, "staff:1"));
        var one = wallets.open(1L);
        wallets.claimed(one, member);

        assertThat(code(wallets.claim(soon, member, null))).isEqualTo("coupon.not-started");
        assertThat(code(wallets.claim(over, member, null))).isEqualTo("coupon.ended");
        assertThat(code(wallets.claim(staffs, member, null))).isEqualTo("coupon.not-claimable");
        assertThat(code(wallets.claim(paused, member, null))).isEqualTo("coupon.paused");
        assertThat(code(wallets.claim(one, wallets.anyMember(), null))).isEqualTo("coupon.sold-out");
        var two = wallets.open(2L);
        wallets.claimed(two, member);
        assertThat(code(wallets.claim(two, member, null))).isEqualTo("coupon.limit-reached");
        wallets.in(() -> wallets.offers.pause(paused.id(), false, "staff:1"));
        wallets.claimed(paused, member);
    }

    private static Giving window(@Nullable Instant from, @Nullable Instant until) {
        return new Giving(Set.of(Way.CLAIM), from, until, 1, 0, null);
    }

    static String code(Awarded awarded) {
        return awarded instanceof Awarded.Refused refused ? refused.why().code() : "given";
    }

    @Test
    void theSameRequestAgainGivesTheSameCoupon() {
        var offer = wallets.offer(9L, Giving.by(3, Way.CLAIM));
        var other = wallets.open(9L);
        var member = wallets.anyMember();

        var first = wallets.claim(offer, member, "key-1").orThrow();
        var again = wallets.claim(offer, member, "key-1").orThrow();

        assertThat(first.first()).isTrue();
        assertThat(again).isEqualTo(new Awarded.Given(first.coupon(), first.code(), false));
        assertThat(code(wallets.claim(other, member, "key-1"))).isEqualTo("coupon.reference-conflict");
        assertThat(wallets.claim(offer, member, "key-2").orThrow().coupon().id())
                .isNotEqualTo(first.coupon().id());
        assertThat(code(wallets.claim(offer, wallets.anyMember(), "key-1"))).isEqualTo("given");
    }

    @Test
    void afterTheSellOutARepeatedRequestStillGetsItsCouponAndReturnedStockIsSeen() {
        var offer = wallets.open(1L);
        var member = wallets.anyMember();
        var first = wallets.claim(offer, member, "key-1").orThrow();
        for (int n = 0; n < 3; n++) {
            assertThat(code(wallets.claim(offer, wallets.anyMember(), "x" + n))).isEqualTo("coupon.sold-out");
        }

        assertThat(wallets.claim(offer, member, "key-1").orThrow().coupon()).isEqualTo(first.coupon());
        wallets.in(() -> wallets.offers.restock(offer.id(), 2, "staff:1"));
        assertThat(code(wallets.claim(offer, wallets.anyMember(), null))).isEqualTo("given");
        assertThatThrownBy(() -> wallets.in(() -> wallets.offers.restock(offer.id(), 1, "staff:1")))
                .isInstanceOfSatisfying(
                        OfferRefusal.class, no -> assertThat(no.code()).isEqualTo("offer.below-claimed"));
    }

    @Test
    void pointsBuyACouponOrNothingHappens() {
        var offer = wallets.offer(9L, new Giving(Set.of(Way.POINTS), null, null, 5, 100, null));
        var member = wallets.anyMember();
        wallets.earns(member, 150);

        wallets.claimed(offer, member);

        assertThatThrownBy(() -> wallets.claim(offer, member, null)).hasMessage("points.insufficient");
        assertThat(wallets.in(() -> wallets.ledger.balance(member, Asset.POINTS)))
                .isEqualTo(50);
        assertThat(wallets.in(() -> wallets.ledger.history(member, Asset.POINTS, null, 1))
                        .items()
                        .get(0)
                        .text())
                .isEqualTo("兑换「券」 -100");
        assertThat(wallets.in(() -> wallets.offers.view(offer.id())).stock().claimed())
                .isEqualTo(1);
    }

    @Test
    void aWordGivesWhatItStandsFor() {
        var offer = wallets.offer(9L, new Giving(Set.of(Way.WORD), null, null, 1, 0, "牛肉面"));
        var member = wallets.anyMember();

        var given = wallets.in(() -> wallets.coupons.claimByWord(member, " 牛肉面 ", null));

        assertThat(given.coupon().offer()).isEqualTo(offer);
        assertThat(Wallets.outcome(() -> wallets.in(() -> wallets.coupons.claimByWord(member, "牛肉粉", null))))
                .isEqualTo("coupon.word-unknown");
    }

    @Test
    void whatNobodyUsedIsTakenBackOnce() {
        var coupon = wallets.claimed(wallets.open(9L), wallets.anyMember());

        var taken = wallets.in(() -> wallets.coupons.takeBack(coupon.id(), "staff:1", "发错了"));

        assertThat(taken.state()).isEqualTo(Coupon.State.TAKEN_BACK);
        assertThat(Wallets.outcome(() -> wallets.in(() -> wallets.coupons.takeBack(coupon.id(), "staff:1", "又"))))
                .isEqualTo("coupon.taken-back");
        assertThat(Wallets.outcome(() -> wallets.redeem(coupon, "bill:1", "till:1")))
                .isEqualTo("coupon.taken-back");
    }

    @Test
    void expiresByTheClockAlone() {
        var offer = wallets.offer(
                new Benefit.Voucher(500), Terms.plain(new Validity.Relative(0, 1)), null, Giving.by(1, Way.CLAIM));
        var coupon = wallets.claimed(offer, wallets.anyMember());
        var ends = coupon.until();

        var expiring = wallets.in(() -> wallets.coupons.expiring(ends.minusSeconds(1), ends.plusSeconds(1), 0, 10));
        clock.advance(Duration.ofHours(12));

        assertThat(expiring).extracting(Coupon::id).containsExactly(coupon.id());
        assertThat(wallets.read(coupon).state()).isEqualTo(Coupon.State.EXPIRED);
        assertThat(Wallets.outcome(() -> wallets.redeem(coupon, "bill:1", "till:1")))
                .isEqualTo("coupon.expired");
    }
}

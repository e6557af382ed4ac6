package io.shuke.marketing.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Made-up bills beside a model that simply tries every subset. {@code -Dseed=…} repeats one. */
class RandomBillsTest {

    private static final String[] SKUS = {"noodles", "egg", "tea"};

    @Test
    void nothingBeatsTheBestCombinationAndNothingExceedsTheBill() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new SplittableRandom(seed);
        for (int bill = 0; bill < 1500; bill++) {
            var basket = basket(random);
            var coupons = coupons(random);
            var paying = paying(random);
            var name = "seed " + seed + ", bill " + bill;

            var found = Reckoning.best(basket, coupons, paying);

            assertThat(found.whole()).as(name).isTrue();
            assertThat(found.discountFen()).as(name).isEqualTo(most(basket, coupons, paying));
            assertAddsUp(name, basket, found, paying);
            var shuffled = new ArrayList<>(coupons);
            shuffled.sort(Comparator.comparing(one -> new SplittableRandom(one.coupon()).nextInt()));
            assertThat(Reckoning.best(basket, shuffled, paying)).as(name).isEqualTo(found);
        }
    }

    @Test
    void aWalletFullOfCouponsIsReckonedInTime() {
        var coupons = new ArrayList<Usable>();
        var random = new SplittableRandom(7);
        for (int n = 1; n <= 100; n++) {
            coupons.add(Given.coupon(n, new Benefit.Voucher(random.nextInt(1, 400)), Given.group("g" + n % 25)));
        }
        var lines = new ArrayList<BasketLine>();
        for (int n = 0; n < 30; n++) {
            lines.add(Given.line(SKUS[n % 3] + n, 1 + n % 3, 900 + n));
        }
        var basket = new Basket(1, SalesChannel.STORE, Given.NOON, 1, lines, 0);

        var found = Reckoning.best(basket, coupons, new Paying(new LevelPrice("金卡", 90), PointsOffset.NONE, 0, 0));

        assertThat(found.whole()).isFalse();
        assertThat(found.coupons()).hasSizeGreaterThan(5);
        assertAddsUp("a full wallet", basket, found, Paying.PLAIN);
    }

    private static void assertAddsUp(String name, Basket basket, Reckoning found, Paying paying) {
        assertThat(found.payableFen()).as(name).isNotNegative();
        assertThat(found.discountFen() + found.pointsFen() + found.balanceFen() + found.payableFen())
                .as(name)
                .isEqualTo(basket.totalFen());
        assertThat(found.steps().stream().mapToLong(Reckoning.Step::fen).sum())
                .as(name)
                .isEqualTo(basket.totalFen() - found.payableFen());
        assertThat(found.lines().stream().mapToLong(Reckoning.Line::payableFen).sum() + found.shippingFen())
                .as(name)
                .isEqualTo(found.payableFen() + found.balanceFen());
        for (var line : found.lines()) {
            assertThat(line.payableFen()).as(name).isBetween(0L, line.line().amountFen());
            assertThat(line.levelFen()
                            + line.pointsFen()
                            + line.coupons().values().stream()
                                    .mapToLong(share -> share)
                                    .sum())
                    .as(name)
                    .isEqualTo(line.offFen());
        }
        assertThat(found.points()).as(name).isBetween(0L, paying.points());
    }

    private static long most(Basket basket, List<Usable> coupons, Paying paying) {
        long most = 0;
        for (int subset = 0; subset < 1 << coupons.size(); subset++) {
            var chosen = new ArrayList<Usable>();
            for (int n = 0; n < coupons.size(); n++) {
                if ((subset >> n & 1) == 1) {
                    chosen.add(coupons.get(n));
                }
            }
            try {
                most = Math.max(most, Reckoning.of(basket, chosen, paying).discountFen());
            } catch (CouponRefusal illegal) {
                // This subset is none of those that count.
            }
        }
        return most;
    }

    private static Basket basket(SplittableRandom random) {
        var lines = new ArrayList<BasketLine>();
        for (int n = random.nextInt(5); n > 0; n--) {
            lines.add(Given.line(
                    SKUS[random.nextInt(3)], random.nextInt(1, 5), random.nextInt(random.nextBoolean() ? 20 : 9000)));
        }
        return new Basket(
                random.nextInt(1, 3),
                SalesChannel.values()[random.nextInt(3)],
                Given.NOON,
                random.nextInt(1, 4),
                lines,
                random.nextBoolean() ? 0 : random.nextInt(800));
    }

    private static Paying paying(SplittableRandom random) {
        return new Paying(
                new LevelPrice("金卡", random.nextInt(70, 101)),
                new PointsOffset(random.nextInt(1, 1001), random.nextInt(0, 101)),
                random.nextInt(3000),
                random.nextInt(3000));
    }

    private static List<Usable> coupons(SplittableRandom random) {
        var coupons = new ArrayList<Usable>();
        for (int id = 1, many = random.nextInt(7); id <= many; id++) {
            coupons.add(new Usable(
                    id, id, "券" + id, benefit(random), terms(random), Given.SOON.plusSeconds(random.nextInt(3))));
        }
        return coupons;
    }

    private static Benefit benefit(SplittableRandom random) {
        return switch (random.nextInt(7)) {
            case 0 -> new Benefit.FullReduction(random.nextInt(1, 3000));
            case 1 -> new Benefit.Discounted(random.nextInt(1, 100), random.nextBoolean() ? 0 : random.nextInt(500));
            case 2 -> new Benefit.Voucher(random.nextInt(1, 3000));
            case 3 -> new Benefit.Gift(SKUS[random.nextInt(3)], "礼");
            case 4 -> new Benefit.Exchange(SKUS[random.nextInt(3)], "换");
            case 5 -> new Benefit.FreeShipping(random.nextBoolean() ? 0 : random.nextInt(600));
            default -> new Benefit.SecondHalf(random.nextInt(100), random.nextInt(1, 4));
        };
    }

    private static Terms terms(SplittableRandom random) {
        var goods = random.nextBoolean() ? Goods.ALL : new Goods(Set.of(SKUS[random.nextInt(3)]), Set.of());
        var stores = random.nextInt(4) == 0 ? Set.of(2L) : Set.<Long>of();
        var days = random.nextInt(6) == 0 ? Set.of(DayOfWeek.SUNDAY) : new HashSet<DayOfWeek>();
        return new Terms(
                random.nextBoolean() ? 0 : random.nextInt(6000),
                goods,
                stores,
                Set.of(),
                random.nextInt(5) == 0 ? 2 : 1,
                new Hours(days, null, null),
                Given.MONTH,
                new Stacking("g" + random.nextInt(4), random.nextInt(5) == 0, random.nextInt(4) > 0));
    }
}

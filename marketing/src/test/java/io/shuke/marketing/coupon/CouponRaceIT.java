package io.shuke.marketing.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.ShopTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@ShopTest
class CouponRaceIT {

    private static final int WIDE = 200;

    @Autowired
    Wallets wallets;

    @BeforeEach
    void open() {
        wallets.open();
    }

    @AfterEach
    void allAddsUp() {
        wallets.allAddsUp();
    }

    @Test
    void theLastOneGoesToOneOfTwoHundred() {
        var offer = wallets.open(1L);
        var members = wallets.members(WIDE);

        var answers = wallets.race(WIDE, n -> wallets.coupons
                .claim(List.of(Award.claim(offer.id(), members.get(n), Way.CLAIM, null)))
                .get(0)
                .orThrow());

        assertOne(answers, "coupon.sold-out");
    }

    @Test
    void twoHundredClaimsOfOneMemberAreOneCoupon() {
        var offer = wallets.open(1000L);
        var member = wallets.anyMember();

        var answers = wallets.race(WIDE, n -> wallets.coupons
                .claim(List.of(Award.claim(offer.id(), member, Way.CLAIM, null)))
                .get(0)
                .orThrow());

        assertOne(answers, "coupon.limit-reached");
    }

    @Test
    void twoHundredRepetitionsOfOneRequestAreOneCoupon() {
        var offer = wallets.offer(1000L, Giving.by(0, Way.CLAIM));
        var member = wallets.anyMember();
        var got = Collections.synchronizedSet(new HashSet<Long>());

        var answers = wallets.race(
                WIDE,
                n -> got.add(wallets.coupons
                        .claim(List.of(Award.claim(offer.id(), member, Way.CLAIM, "the same")))
                        .get(0)
                        .orThrow()
                        .coupon()
                        .id()));

        assertThat(answers).containsOnly("ok");
        assertThat(got).hasSize(1);
    }

    @Test
    void pointsForOneBuyOne() {
        var offer = wallets.offer(1000L, new Giving(Set.of(Way.POINTS), null, null, 0, 100, null));
        var member = wallets.anyMember();
        wallets.earns(member, 199);

        var answers = wallets.race(WIDE, n -> wallets.coupons
                .claim(List.of(Award.claim(offer.id(), member, Way.POINTS, null)))
                .get(0)
                .orThrow());

        assertOne(answers, "points.insufficient");
    }

    @Test
    void oneCouponAtTwoHundredTillsIsUsedOnceAndAllOthersHearOfIt() {
        var coupon = wallets.claimed(wallets.open(1L), wallets.anyMember());

        var answers = wallets.race(
                WIDE,
                n -> wallets.redemptions.redeem(
                        new Redeeming(coupon.member(), "bill:" + n, wallets.store(), "till:" + n, use(coupon))));

        assertOne(answers, "coupon.redeemed");
    }

    @Test
    void heldByOneOrRedeemedByAnotherButNotBoth() {
        for (int round = 0; round < 10; round++) {
            var coupon = wallets.claimed(wallets.open(1L), wallets.anyMember());

            var answers = wallets.race(WIDE / 10, n -> {
                var till = "till:" + n;
                wallets.redemptions.hold(coupon.member(), List.of(coupon.id()), till, Duration.ofMinutes(3));
                wallets.redemptions.redeem(
                        new Redeeming(coupon.member(), "bill:" + n, wallets.store(), till, use(coupon)));
            });

            assertThat(answers).filteredOn("ok"::equals).hasSize(1);
            assertThat(answers).allMatch(List.of("ok", "coupon.held", "coupon.redeemed")::contains);
        }
    }

    @Test
    void takenBackOrRedeemedButNotBoth() {
        for (int round = 0; round < 10; round++) {
            var coupon = wallets.claimed(wallets.open(1L), wallets.anyMember());

            var answers = wallets.race(WIDE / 10, n -> {
                if (n % 2 == 0) {
                    wallets.coupons.takeBack(coupon.id(), "staff:" + n, "发错了");
                } else {
                    wallets.redemptions.redeem(
                            new Redeeming(coupon.member(), "bill:" + n, wallets.store(), "till:" + n, use(coupon)));
                }
            });

            assertThat(answers).filteredOn("ok"::equals).hasSize(1);
        }
    }

    @Test
    void refundsAndReversalsGiveACouponBackOnce() {
        for (int round = 0; round < 5; round++) {
            var coupon = wallets.claimed(wallets.open(1L), wallets.anyMember());
            wallets.redeem(coupon, "bill:1", "till:1");

            var answers = wallets.race(20, n -> {
                if (n % 2 == 0) {
                    wallets.redemptions.giveBack(
                            coupon.member(), "bill:1", "refund:" + n % 6, Map.of(coupon.id(), 250L));
                } else {
                    wallets.redemptions.reverse(coupon.member(), "bill:1");
                }
            });

            assertThat(answers).allMatch(List.of("ok", "coupon.not-redeemed", "coupon.more-than-discount")::contains);
            assertThat(wallets.read(coupon).state()).isEqualTo(Coupon.State.CLAIMED);
        }
    }

    private static Map<Long, Long> use(Coupon coupon) {
        return Map.of(coupon.id(), 500L);
    }

    private static void assertOne(List<String> answers, String others) {
        assertThat(answers).hasSize(WIDE).filteredOn("ok"::equals).hasSize(1);
        assertThat(answers).filteredOn(others::equals).hasSize(WIDE - 1);
    }

    @Test
    void aRushOverTwoNodesGivesExactlyTheStock() {
        var offer = wallets.open(50L);
        var members = wallets.members(200);
        var nodes = List.of(wallets.node(), wallets.node());

        var claims = new ArrayList<CompletableFuture<Awarded>>();
        for (int n = 0; n < Integer.getInteger("rush", 2000); n++) {
            claims.add(wallets.claim(nodes.get(n % 2), offer, members.get(n * 7 % members.size())));
        }

        var answers = claims.stream()
                .map(CompletableFuture::join)
                .collect(Collectors.groupingBy(CouponsIT::code, Collectors.counting()));
        assertThat(answers).containsEntry("given", 50L);
        assertThat(answers.keySet()).isSubsetOf("given", "coupon.sold-out", "coupon.limit-reached");
        assertThat(wallets.count("SELECT COUNT(*) FROM coupon WHERE merchant_id = ?"))
                .isEqualTo(50);
    }

    @Test
    void oneBadClaimInABatchHurtsNobody() {
        var offer = wallets.open(50L);
        var dear = wallets.offer(50L, new Giving(Set.of(Way.POINTS), null, null, 1, 100, null));
        var lane = wallets.node();

        var claims = IntStream.range(0, 40)
                .mapToObj(n -> n % 5 == 0
                        ? lane.call(wallets.merchant(), Award.claim(dear.id(), wallets.anyMember(), Way.POINTS, null))
                                .map(CouponsIT::code)
                                .onErrorResume(no -> Mono.just(String.valueOf(no.getMessage())))
                                .toFuture()
                        : wallets.claim(lane, offer, wallets.anyMember()).thenApply(CouponsIT::code))
                .toList();

        var answers = claims.stream().map(CompletableFuture::join).toList();
        assertThat(answers).filteredOn("given"::equals).hasSize(32);
        assertThat(answers).filteredOn("points.insufficient"::equals).hasSize(8);
    }
}

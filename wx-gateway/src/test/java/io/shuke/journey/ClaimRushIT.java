package io.shuke.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.OpenShop;
import io.shuke.marketing.coupon.Benefit;
import io.shuke.marketing.coupon.Giving;
import io.shuke.marketing.coupon.NewOffer;
import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.coupon.Terms;
import io.shuke.marketing.coupon.Validity;
import io.shuke.marketing.coupon.Way;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import reactor.core.publisher.Mono;

/** Many more claims than coupons, over HTTP: exactly the stock is given, one to each, and everybody gets an answer. */
@OpenShop
class ClaimRushIT {

    private static final MerchantId SHOP = new MerchantId(1);

    private final Door door;

    @Autowired
    ApplicationContext program;

    @Autowired
    Offers offers;

    @Autowired
    Jdbc jdbc;

    @Autowired
    JdbcTemplate database;

    ClaimRushIT(@LocalServerPort int port) {
        this.door = new Door(port);
    }

    @Test
    void twoThousandClaimsForFiftyCouponsGiveFifty() {
        rush(2_000, 200, 50);
    }

    @Test
    @Tag("slow")
    void twentyThousandClaimsForFiveHundredCouponsGiveFiveHundred() {
        rush(20_000, 2_000, 500);
    }

    private void rush(int claims, int members, int stock) {
        var crowd = new Crowd(program, SHOP, members);
        var offer = jdbc.within(
                        SHOP,
                        () -> offers.create(
                                new NewOffer(
                                        "抢券",
                                        new Benefit.Voucher(500),
                                        Terms.plain(new Validity.Relative(0, 30)),
                                        Giving.by(1, Way.CLAIM),
                                        (long) stock),
                                "staff:1"))
                .offer()
                .id();
        var path = "/api/offers/" + offer + "/claims";
        var start = System.nanoTime();

        var told = Crowd.post(claims, n -> Mono.fromFuture(door.send("POST", path, crowd.headers(n), null)));

        say(told, (System.nanoTime() - start) / 1e9);
        assertThat(told)
                .filteredOn(one -> one.answer().status() == 201)
                .hasSize(stock)
                .extracting(one -> one.answer().at("/code"))
                .doesNotHaveDuplicates();
        assertThat(told.stream()
                        .map(Crowd.Told::answer)
                        .filter(answer -> answer.status() != 201)
                        .map(answer -> answer.status() + " " + answer.code())
                        .collect(Collectors.toSet()))
                .isSubsetOf("409 coupon.sold-out", "409 coupon.limit-reached");
        assertThat(count("SELECT COUNT(*) FROM coupon WHERE offer_id = ?", offer))
                .isEqualTo(stock);
        assertThat(count("SELECT COUNT(DISTINCT member_id) FROM coupon WHERE offer_id = ?", offer))
                .isEqualTo(stock);
    }

    private static void say(List<Crowd.Told> told, double seconds) {
        var taken = told.stream().mapToDouble(Crowd.Told::millis).sorted().toArray();
        System.out.printf(
                "claim rush: %,d claims in %.1f s, p50 %.1f ms, p99 %.1f ms%n",
                taken.length, seconds, taken[taken.length / 2], taken[taken.length * 99 / 100]);
    }

    private long count(String sql, long offer) {
        var count = database.queryForObject(sql, Long.class, offer);
        return count == null ? 0 : count;
    }
}

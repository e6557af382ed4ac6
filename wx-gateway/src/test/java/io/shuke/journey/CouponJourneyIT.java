package io.shuke.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.OpenShop;
import io.shuke.marketing.coupon.Benefit;
import io.shuke.marketing.coupon.Giving;
import io.shuke.marketing.coupon.NewOffer;
import io.shuke.marketing.coupon.Offer;
import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.coupon.Terms;
import io.shuke.marketing.coupon.Validity;
import io.shuke.marketing.coupon.Way;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A member sees an offer, takes a coupon, and finds it in the wallet. */
@Tag("slow")
@OpenShop
class CouponJourneyIT {

    private static final MerchantId SHOP = new MerchantId(1);

    private final Door door;

    @Autowired
    Offers offers;

    @Autowired
    Jdbc jdbc;

    @Autowired
    Ids ids;

    CouponJourneyIT(@LocalServerPort int port) {
        this.door = new Door(port);
    }

    private Offer offer(long stock, Giving giving) {
        return jdbc.within(
                        SHOP,
                        () -> offers.create(
                                new NewOffer(
                                        "券",
                                        new Benefit.Voucher(500),
                                        Terms.plain(new Validity.Relative(0, 30)),
                                        giving,
                                        stock),
                                "staff:1"))
                .offer();
    }

    private static String claims(Offer offer) {
        return "/api/offers/" + offer.id() + "/claims";
    }

    @Test
    void theOfferIsShownClaimedAndKept() {
        var offer = offer(10, Giving.by(1, Way.CLAIM));
        var member = door.member();
        var before = wallet(member).size();

        var shown = shown(member, offer);
        var claimed = member.call("POST", claims(offer), null);

        assertThat(shown.path("remaining").asLong()).isEqualTo(10);
        assertThat(shown.path("kind").asString("")).isEqualTo("VOUCHER");
        assertThat(claimed.status()).isEqualTo(201);
        assertThat(claimed.at("/code")).matches("[0-9A-Z]{16}");
        assertThat(claimed.at("/state")).isEqualTo("CLAIMED");
        assertThat(wallet(member).get(0)).isEqualTo(claimed.json());
        assertThat(wallet(member)).hasSize(before + 1);
        assertThat(member.get("/api/me/card").json().path("coupons").asInt()).isEqualTo(before + 1);
        assertThat(shown(member, offer).path("remaining").asLong()).isEqualTo(9);
    }

    private static JsonNode wallet(Guest member) {
        return member.get("/api/me/coupons").json().path("items");
    }

    private static JsonNode shown(Guest member, Offer offer) {
        for (var one : member.get("/api/offers").json().path("items")) {
            if (one.path("id").asString("").equals(Long.toString(offer.id()))) {
                return one;
            }
        }
        throw new AssertionError("the offer is not shown");
    }

    @Test
    void aNewcomerHasTheShopsGreetingInHisWallet() {
        assertThat(wallet(door.member()).get(0).path("title").asString("")).isEqualTo("新朋友 3 元券");
    }

    @Test
    void refusalsSayWhy() {
        var offer = offer(1, Giving.by(1, Way.CLAIM));
        var member = door.member();

        assertThat(member.call("POST", claims(offer), null).status()).isEqualTo(201);
        assertThat(door.member().call("POST", claims(offer), null).code()).isEqualTo("coupon.sold-out");
        assertThat(member.call("POST", "/api/offers/1/claims", null).status()).isEqualTo(404);
        assertThat(member.call("POST", "/api/offers/x/claims", null).status()).isEqualTo(400);
        assertThat(member.call("POST", "/api/offers/99999999999999999999/claims", null)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void twoHundredTapsWithOneKeyAreOneCoupon() {
        var offer = offer(1000, Giving.by(0, Way.CLAIM));
        var member = door.member();
        var headers = member.bearer(member.session());
        headers.put("Idempotency-Key", "tap-" + ids.next());

        var taps =
                IntStream.range(0, 200)
                        .mapToObj(tap -> door.send("POST", claims(offer), headers, null))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(taps).extracting(Answer::status).containsOnly(201);
        assertThat(taps.stream().map(Answer::text).distinct()).hasSize(1);
        var other = offer(1000, Giving.by(0, Way.CLAIM));
        assertThat(door.call("POST", claims(other), headers, null).status()).isEqualTo(422);
    }

    @Test
    void aWordIsWorthACouponAndGuessingEndsSoon() {
        var word = "牛肉面" + ids.next();
        offer(10, new Giving(Set.of(Way.WORD), null, null, 1, 0, word));
        var member = door.member();

        assertThat(member.call("POST", "/api/me/coupons", "{\"code\":\"" + word + "\"}")
                        .status())
                .isEqualTo(201);
        var misses = IntStream.range(0, 20)
                .mapToObj(n -> member.call("POST", "/api/me/coupons", "{\"code\":\"猜猜" + n + "\"}")
                        .status())
                .toList();

        assertThat(misses).startsWith(404).endsWith(429).doesNotContain(201);
        assertThat(door.member()
                        .call("POST", "/api/me/coupons", "{\"code\":\"" + word + "\"}")
                        .status())
                .as("other members are not locked out")
                .isEqualTo(201);
    }
}

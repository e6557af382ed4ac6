package io.shuke.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shuke.OpenShop;
import io.shuke.marketing.coupon.Benefit;
import io.shuke.marketing.coupon.Giving;
import io.shuke.marketing.coupon.NewOffer;
import io.shuke.marketing.coupon.Offer;
import io.shuke.marketing.coupon.OfferScenes;
import io.shuke.marketing.coupon.Offers;
import io.shuke.marketing.coupon.Terms;
import io.shuke.marketing.coupon.Validity;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A code on the wall hands out a coupon: to a member at once, to a stranger when he joins, to each once. */
@OpenShop
class ScannedOfferIT {

    private static final MerchantId SHOP = new MerchantId(1);

    private final Door door;

    @Autowired
    Offers offers;

    @Autowired
    OfferScenes scenes;

    @Autowired
    Jdbc jdbc;

    ScannedOfferIT(@LocalServerPort int port) {
        this.door = new Door(port);
    }

    @Test
    void aMemberScansTwiceAndHasOne() {
        var scene = scene();
        var member = door.member();
        assertThat(having(member)).isZero();

        member.scan(scene);
        await().atMost(Duration.ofSeconds(10)).until(() -> having(member) == 1);
        member.scan(scene);
        member.scan("offer-1-0123456789abcdef");

        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(4)).until(() -> having(member) == 1);
    }

    @Test
    void aStrangerIsLedToThePageWithTheSceneAndFindsItAfterJoining() {
        var scene = scene();
        var guest = door.stranger();

        assertThat(guest.scan(scene).text()).contains(scene);
        guest.logIn();
        guest.join(",\"scene\":\"" + scene + "\"");

        assertThat(having(guest)).isEqualTo(1);
    }

    @Test
    void theManagerIsToldWhatTheCodeSays() {
        var keeper = owner();
        var signedIn = door.call(
                "POST",
                "/console/api/sessions",
                Map.of(),
                "{\"account\":\"%s\",\"password\":\"%s\"}"
                        .formatted(
                                keeper.path("account").asString(""),
                                keeper.path("password").asString("")));
        var cookie = Map.of("Cookie", signedIn.header("Set-Cookie").split(";")[0]);

        var offer = offer();
        var shown = door.call("GET", "/console/api/offers/" + offer.id() + "/scene", cookie, null);

        assertThat(shown.at("/scene")).as(shown.toString()).startsWith("offer-" + offer.id() + "-");
        assertThat(door.call("GET", "/console/api/offers/1/scene", cookie, null).status())
                .isEqualTo(404);
    }

    private JsonNode owner() {
        for (var login : door.get("/sim/api/shop").json().path("console")) {
            if (login.path("role").asString("").equals("OWNER")) {
                return login;
            }
        }
        throw new AssertionError("nobody owns the demo shop");
    }

    private String scene() {
        return jdbc.within(SHOP, () -> scenes.of(offer()));
    }

    private Offer offer() {
        var asked = new NewOffer(
                "扫码券", new Benefit.Voucher(500), Terms.plain(new Validity.Relative(0, 30)), Giving.by(1), null);
        return jdbc.within(SHOP, () -> offers.create(asked, "staff:1")).offer();
    }

    private static int having(Guest guest) {
        int many = 0;
        for (var one : guest.get("/api/me/coupons").json().path("items")) {
            if (one.path("title").asString("").equals("扫码券")) {
                many++;
            }
        }
        return many;
    }
}

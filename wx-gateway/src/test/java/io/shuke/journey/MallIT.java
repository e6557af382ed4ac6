package io.shuke.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.OpenShop;
import io.shuke.marketing.mall.GiftId;
import io.shuke.marketing.mall.GiftLimits;
import io.shuke.marketing.mall.GiftTerms;
import io.shuke.marketing.mall.Gifts;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Points become gifts. */
@OpenShop
class MallIT {

    private static final MerchantId SHOP = new MerchantId(1);

    private final Door door;

    @Autowired
    Gifts gifts;

    @Autowired
    Jdbc jdbc;

    MallIT(@LocalServerPort int port) {
        this.door = new Door(port);
    }

    @Test
    void fivePointsBuyAnEggWhichLiesReadyUnderACode() {
        var egg = egg(new GiftLimits(1, 0, 0, 0, 0));
        var member = memberWithFivePoints();

        var shelf = member.get("/api/gifts");
        var taken = redeem(member, egg, "wish-1");

        assertThat(shelf.text()).contains("\"id\":\"" + egg + "\"");
        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.at("/code")).matches("[0-9]{8}");
        assertThat(taken.at("/state")).isEqualTo("READY");
        assertThat(member.get("/api/me/gifts").at("/items/0/code")).isEqualTo(taken.at("/code"));
        assertThat(member.get("/api/me/points").at("/items/0/text")).isEqualTo("兑换 茶叶蛋 -5");
        assertThat(member.get("/api/me/points").json().path("balance").asLong()).isZero();
    }

    @Test
    void theSameWishIsGrantedOnceHoweverOftenItArrives() {
        var egg = egg(GiftLimits.NONE);
        var member = memberWithFivePoints();

        var answers =
                IntStream.range(0, 20).mapToObj(n -> member.send("POST", path(egg), "{}", "wish-2")).toList().stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
    }

    @Test
    void aWishWithoutAKeyOrWithAnothersIsRefused() {
        var egg = egg(GiftLimits.NONE);
        var other = egg(GiftLimits.NONE);
        var member = memberWithFivePoints();
        redeem(member, egg, "wish-3");

        assertThat(member.call("POST", path(egg), "{}").code()).isEqualTo("request.idempotency-key");
        assertThat(redeem(member, other, "wish-3").code()).isEqualTo("request.idempotency-mismatch");
        assertThat(redeem(member, egg, "wish-4").code()).isEqualTo("points.insufficient");
    }

    @Test
    void noGiftIsNoGift() {
        var member = memberWithFivePoints();

        for (var id : List.of("0", "-1", "1")) {
            assertThat(redeem(member, id, "wish-" + id).status()).isEqualTo(404);
        }
        assertThat(redeem(member, "1e3", "wish-5").status()).isEqualTo(400);
    }

    @Test
    void whoHasNotJoinedHasNoGiftsStampsOrPasses() {
        var guest = door.stranger();
        guest.logIn();

        for (var path : List.of("/api/me/gifts", "/api/me/stamps", "/api/me/passes")) {
            assertThat(guest.get(path).code()).isEqualTo("session.not-joined");
        }
    }

    @Test
    void aMemberWithoutStampsAndPassesSeesNone() {
        var member = door.member();

        assertThat(member.get("/api/me/passes").text()).isEqualTo("{\"items\":[]}");
        assertThat(member.get("/api/me/stamps").status()).isEqualTo(200);
    }

    private Guest memberWithFivePoints() {
        var member = door.member();
        member.checkIn();
        return member;
    }

    private String egg(GiftLimits limits) {
        var terms = new GiftTerms("茶叶蛋", 5, 100, limits, null, null, 7);
        GiftId id = jdbc.within(SHOP, () -> gifts.add(terms)).id();
        return id.toString();
    }

    private static String path(String gift) {
        return "/api/gifts/" + gift + "/redemptions";
    }

    private Answer redeem(Guest member, String gift, String key) {
        return member.send("POST", path(gift), "{}", key).join();
    }
}

package io.shuke.console.coupon;

import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.member.ground.MerchantId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ShopTest
class OfferDeskIT {

    private static final String OFFERS = "/console/api/offers";
    private static final String COUPONS = "/console/api/coupons";
    private static final String GOOD = """
            {"title": "满 30 减 5", "benefit": {"kind": "FULL_REDUCTION", "fen": 500}, "stock": 100, "ways": ["CLAIM"],
             "terms": {"thresholdFen": 3000, "validDays": 30, "days": ["MONDAY"], "hourFrom": "14:00", "hourUntil": "17:00"}}""";

    @Autowired
    Shopkeeper shopkeeper;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    @Test
    void tellsAnOfferInWordsWithItsCostBeforeItIsMade() {
        shopkeeper
                .signedIn(shop, Role.MANAGER)
                .send(HttpMethod.POST, OFFERS + "/preview", GOOD)
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"words": ["满减券：减 5 元", "满 30 元可用，全部商品", "使用时间：周一 14:00–17:00", "领取后 30 天内有效",
                                   "同类券每单限用一张", "公开领取，每人限 1 张"],
                         "cost": {"eachFen": 500, "totalFen": 50000, "words": "最多让利 500 元（100 张 × 5 元）"},
                         "tried": {"days": 90, "bills": 0, "words": "过去 90 天还没有会员账单，无法试算"}}""");
    }

    @Test
    void makesPausesAndRestocksAnOffer() {
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        var offer = made(GOOD);

        owner.put(OFFERS + "/" + offer + "/paused", "{\"paused\": true}")
                .expectStatus()
                .isOk();
        owner.put(OFFERS + "/" + offer + "/stock", "{\"total\": 120}")
                .expectStatus()
                .isOk();

        owner.get(OFFERS).expectBody().json("""
                {"items": [{"title": "满 30 减 5", "paused": true, "total": 120, "claimed": 0, "remaining": 120, "redeemed": 0}]}""");
        owner.get(OFFERS + "/" + offer + "/changes").expectBody().json("""
                {"items": [{"what": "RESTOCKED", "total": 120}, {"what": "PAUSED", "label": "暂停领取"},
                           {"what": "MADE", "total": 100}]}""");
    }

    private String made(String wish) {
        return json(shopkeeper
                        .signedIn(shop, Role.OWNER)
                        .send(HttpMethod.POST, OFFERS, wish)
                        .expectStatus()
                        .isCreated()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .path("id")
                .asString("");
    }

    private static JsonNode json(@Nullable String body) {
        return JsonMapper.builder().build().readTree(body == null ? "" : body);
    }

    @Test
    void givesByHandAndTakesBack() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);
        var member = shopkeeper.welcomes(shop, "小周");
        var offer = made(GOOD);

        var given = json(manager.send(
                        HttpMethod.POST,
                        COUPONS,
                        "{\"offerId\": \"" + offer + "\", \"memberId\": \"" + member.id() + "\", \"reason\": \"等久了\"}")
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());

        manager.send(
                        HttpMethod.POST,
                        COUPONS + "/" + given.path("id").asString("") + "/take-back",
                        "{\"reason\": \"发错了\"}")
                .expectStatus()
                .isOk();
        manager.get(COUPONS + "?member=" + member.id())
                .expectBody()
                .jsonPath("$.items[0].state")
                .isEqualTo("TAKEN_BACK")
                .jsonPath("$.items[0].code")
                .doesNotExist();
    }

    @Test
    void asksForABatchOnceAndShowsHowFarItIs() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);
        shopkeeper.welcomes(shop, "小周");
        var offer = made(GOOD);

        var batch = json(manager.send(HttpMethod.POST, COUPONS + "/batches", "{\"offerId\": \"" + offer + "\"}")
                .expectStatus()
                .isAccepted()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());

        manager.get(COUPONS + "/batches/" + batch.path("id").asString(""))
                .expectBody()
                .json("""
                {"state": "RUNNING", "members": 1, "issued": 0, "percent": 0, "way": "BULK"}""");
        manager.send(HttpMethod.DELETE, COUPONS + "/batches/" + batch.path("id").asString(""), null)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("STOPPED");
    }

    @Test
    void givesToASegmentAndFindsNoCouponOfAWrongCode() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);
        shopkeeper.welcomes(shop, "小周");
        shopkeeper.welcomes(shop, "小郑");
        var segment = json(manager.send(
                                HttpMethod.POST,
                                "/console/api/segments",
                                "{\"name\": \"全部\", \"condition\": {\"kind\": \"everyone\"}}")
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .path("id")
                .asString("");

        manager.send(
                        HttpMethod.POST,
                        COUPONS + "/batches",
                        "{\"offerId\": \"" + made(GOOD) + "\", \"segmentId\": \"" + segment + "\"}")
                .expectBody()
                .json("{\"state\": \"RUNNING\", \"members\": 2}");
        manager.send(HttpMethod.POST, COUPONS + "/find", "{\"code\": \"0123456789ABCDEF\"}")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("coupon.unknown");
    }

    @Test
    void aCashierLooksButMakesAndGivesNothing() {
        var cashier = shopkeeper.signedIn(shop, Role.CASHIER);

        cashier.get(OFFERS).expectStatus().isOk();
        cashier.send(HttpMethod.POST, OFFERS, GOOD).expectStatus().isForbidden();
        cashier.send(HttpMethod.POST, COUPONS, "{}").expectStatus().isForbidden();
        cashier.send(HttpMethod.POST, COUPONS + "/batches", "{}").expectStatus().isForbidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[]", """
                {"title": "券", "benefit": {"kind": "VOUCHER", "fen": 500}, "terms": {}}""", """
                {"title": "券", "benefit": {"kind": "VOUCHER", "fen": -1}, "terms": {"validDays": 3}}""", """
                {"title": "券", "benefit": {"kind": "VOUCHER", "fen": 9223372036854775808}, "terms": {"validDays": 3}}""", """
                {"title": "券", "benefit": {"kind": "DISCOUNT", "percent": 100}, "terms": {"validDays": 3}}""", """
                {"title": "券", "benefit": {"kind": "MAGIC"}, "terms": {"validDays": 3}}""", """
                {"title": " ", "benefit": {"kind": "VOUCHER", "fen": 5}, "terms": {"validDays": 3}}""", """
                {"title": "券", "benefit": {"kind": "VOUCHER", "fen": 5}, "terms": {"validDays": 3}, "stock": 0}""", """
                {"title": "券", "benefit": {"kind": "VOUCHER", "fen": 5}, "terms": {"validDays": 3}, "ways": [null]}""", """
                {"title": "券", "benefit": {"kind": "VOUCHER", "fen": 5}, "terms": {"validDays": 3, "stores": ["x"]}}""", """
                {"title": "减", "benefit": {"kind": "FULL_REDUCTION", "fen": 500}, "terms": {"validDays": 3}}""", """
                {"title": "券", "benefit": {"kind": "VOUCHER", "fen": 5}, "terms": {"validDays": 3}, "claimed": 1}"""})
    void refusesWhatIsNoOffer(String body) {
        shopkeeper
                .signedIn(shop, Role.OWNER)
                .send(HttpMethod.POST, OFFERS, body)
                .expectStatus()
                .isBadRequest();
    }
}

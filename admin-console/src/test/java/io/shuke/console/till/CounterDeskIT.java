package io.shuke.console.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.Browser;
import io.shuke.console.SettableClock;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.member.card.Cards;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.Member;
import io.shuke.member.membership.Members;
import io.shuke.member.membership.Phone;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.merchant.Store;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@ShopTest
class CounterDeskIT {

    static final String TILL = "/console/api/till/";

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    SettableClock clock;

    @Autowired
    Merchants merchants;

    @Autowired
    Members members;

    @Autowired
    Cards cards;

    @Autowired
    Jdbc jdbc;

    MerchantId shop = new MerchantId(1);
    long store;

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
        store = opensStore(shop);
    }

    @Test
    void scansTellsSettlesAndTakesBack() {
        var wang = shopkeeper.welcomes(shop, "老王");
        var cashier = shopkeeper.signedIn(shop, Role.CASHIER);

        assertThat(json(cashier.get(TILL + "stores")).at("/items/0/id").asString())
                .isEqualTo(Long.toString(store));
        var guest = json(scans(cashier, codeOf(wang)));
        assertThat(guest.at("/nickname").asString()).isEqualTo("老王");
        assertThat(guest.at("/live").asBoolean()).isTrue();
        var quote = json(post(cashier, "quotes", bill(wang, 3850, ",\"couponIds\":null")));
        assertThat(quote.at("/payableFen").asLong()).isEqualTo(3850);

        var settled = json(settles(cashier, wang, "A-1", 3850));
        assertThat(settled.at("/paidFen").asLong()).isEqualTo(3850);
        assertThat(settled.at("/pointsEarned").asLong()).isEqualTo(38);

        var refunds = "bills/" + settled.at("/id").asString() + "/refunds";
        var refund = "{\"storeId\":\"%d\",\"orderNo\":\"R-1\",\"amountFen\":850}".formatted(store);
        assertThat(json(post(cashier, refunds, refund)).at("/leftFen").asLong()).isEqualTo(3000);
        assertThat(json(post(cashier, refunds, refund)).at("/leftFen").asLong()).isEqualTo(3000);
    }

    @Test
    void settlesOnceHoweverOftenItIsTapped() {
        var wang = shopkeeper.welcomes(shop, "老王");
        var cashier = shopkeeper.signedIn(shop, Role.CASHIER);
        scans(cashier, codeOf(wang)).expectStatus().isOk();

        var bills = IntStream.range(0, 50)
                .mapToObj(tap -> CompletableFuture.supplyAsync(() ->
                        json(settles(cashier, wang, "A-2", 1000)).at("/id").asString()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .distinct();

        assertThat(bills).hasSize(1);
        assertThat(pointsOf(wang)).isEqualTo(10);
    }

    @Test
    void refusesAPriceThatNobodyWasTold() {
        var cashier = shopkeeper.signedIn(shop, Role.CASHIER);
        var body = "{\"storeId\":\"%d\",\"orderNo\":\"A-3\",\"amountFen\":1000,\"paidFen\":1}".formatted(store);

        refused(post(cashier, "bills", body), 409, "till.sum-wrong");
    }

    @Test
    void findsByPhoneOnlyWithAReasonAndThenGivesNoPoints() {
        var wang = shopkeeper.welcomes(shop, "老王");
        var phone = "13812345678";
        jdbc.within(shop, () -> members.addPhone(wang.id(), new Phone(phone)));
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);

        refused(finds(manager, phone, ""), 400, "till.reason-needed");
        assertThat(json(finds(manager, phone, "客人没带手机")).at("/live").asBoolean())
                .isFalse();
        assertThat(json(settles(manager, wang, "A-4", 1000)).at("/pointsEarned").asLong())
                .isZero();
    }

    @Test
    void takesNoCodeTwice() {
        var code = codeOf(shopkeeper.welcomes(shop, "老王"));
        scans(shopkeeper.signedIn(shop, Role.CASHIER), code).expectStatus().isOk();

        refused(scans(shopkeeper.signedIn(shop, Role.CASHIER), code), 409, "card.code-used");
    }

    @Test
    void standsInNoStoreOfAnotherShop() {
        var other = shopkeeper.opens();
        store = opensStore(other);
        var cashier = shopkeeper.signedIn(shop, Role.CASHIER);

        refused(scans(cashier, "x"), 403, "console.other-store");
        refused(
                post(cashier, "quotes", "{\"storeId\":\"%d\",\"amountFen\":1}".formatted(store)),
                403,
                "console.other-store");
        refused(
                post(
                        cashier,
                        "bills",
                        "{\"storeId\":\"%d\",\"orderNo\":\"A\",\"amountFen\":1,\"paidFen\":1}".formatted(store)),
                403,
                "console.other-store");
    }

    @Test
    void settlesForNobodyWhoWasNotThere() {
        var wang = shopkeeper.welcomes(shop, "老王");

        refused(settles(shopkeeper.signedIn(shop, Role.CASHIER), wang, "A-5", 1000), 409, "till.scan-needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "9223372036854775807", "99999999999999999999", "null", "\"十\""})
    void refusesWhatIsNoAmount(String amount) {
        var cashier = shopkeeper.signedIn(shop, Role.CASHIER);
        var body = "{\"storeId\":\"%d\",\"orderNo\":\"A\",\"amountFen\":%s,\"paidFen\":1}".formatted(store, amount);

        post(cashier, "bills", body).expectStatus().isBadRequest();
        post(cashier, "quotes", "{\"storeId\":\"%d\",\"amountFen\":%s}".formatted(store, amount))
                .expectStatus()
                .isBadRequest();
    }

    private long opensStore(MerchantId merchant) {
        var id = System.nanoTime();
        jdbc.within(merchant, () -> {
            merchants.openStore(new Store(id, "解放路店", "解放路 1 号", "store-" + id));
            return true;
        });
        return id;
    }

    private String codeOf(Member member) {
        return jdbc.within(shop, () -> cards.code(member.id()).value());
    }

    private long pointsOf(Member member) {
        return json(shopkeeper.signedIn(shop, Role.OWNER).get("/console/api/members/" + member.id()))
                .at("/member/points")
                .asLong();
    }

    private ResponseSpec scans(Browser browser, String code) {
        return post(browser, "scans", "{\"storeId\":\"%d\",\"code\":\"%s\"}".formatted(store, code));
    }

    @Test
    void aClerkStandsInHisOwnStoresOnly() {
        var other = opensStore(shop);
        var cashier = shopkeeper.signedIn(shop, Role.CASHIER);
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        var path = "/console/api/staff/" + clerk(owner);

        refused(owner.put(path, post(0, "17")), 404, "staff.unknown-store");
        cashier.put(path, post(0, "")).expectStatus().isForbidden();
        owner.put(path, post(0, Long.toString(other))).expectStatus().isOk();
        clock.advance(Duration.ofSeconds(5));

        assertThat(json(cashier.get(TILL + "stores")).at("/items").findValuesAsString("id"))
                .containsExactly(Long.toString(other));
        refused(quotes(cashier), 403, "console.other-store");
        assertThat(json(quotes(owner)).at("/payableFen").asLong()).isEqualTo(3850);
        owner.put(path, post(1, "")).expectStatus().isOk();
        clock.advance(Duration.ofSeconds(5));
        assertThat(json(quotes(cashier)).at("/payableFen").asLong()).isEqualTo(3850);
    }

    private static String post(int version, String store) {
        return """
                {"name":"小李","role":"CASHIER","storeIds":[%s],"version":%d}""".formatted(store.isEmpty() ? "" : "\"" + store + "\"", version);
    }

    private ResponseSpec quotes(Browser browser) {
        return post(browser, "quotes", "{\"storeId\":\"%d\",\"amountFen\":3850}".formatted(store));
    }

    private String clerk(Browser owner) {
        for (var one : json(owner.get("/console/api/staff")).at("/items")) {
            if (one.path("role").asString("").equals("CASHIER")) {
                return one.path("id").asString("");
            }
        }
        throw new AssertionError("no cashier");
    }

    /** Found or not: what is limited is leafing through the book. */
    @Test
    void nobodyLeafsThroughTheBookByPhoneNumber() {
        var wang = shopkeeper.welcomes(shop, "老王");
        jdbc.within(shop, () -> members.addPhone(wang.id(), new Phone("13812345678")));
        var cashier = shopkeeper.signedIn(shop, Role.CASHIER);

        for (int n = 0; n < 29; n++) {
            refused(finds(cashier, "138000000%02d".formatted(n), "找人"), 404, "till.unknown-member");
        }
        assertThat(json(finds(cashier, "13812345678", "手机没电")).at("/live").asBoolean())
                .isFalse();
        refused(finds(cashier, "13812345678", "手机没电"), 429, "till.too-many-look-ups");
        var other = shopkeeper.signedIn(shop, Role.CASHIER);
        assertThat(json(finds(other, "13812345678", "手机没电")).at("/nickname").asString())
                .isEqualTo("老王");
    }

    private ResponseSpec finds(Browser browser, String phone, String why) {
        return post(
                browser,
                "scans",
                "{\"storeId\":\"%d\",\"phone\":\"%s\",\"reason\":\"%s\"}".formatted(store, phone, why));
    }

    private ResponseSpec settles(Browser browser, Member member, String orderNo, long fen) {
        return post(browser, "bills", bill(member, fen, ",\"orderNo\":\"%s\",\"paidFen\":%d".formatted(orderNo, fen)));
    }

    private String bill(Member member, long fen, String more) {
        return "{\"storeId\":\"%d\",\"memberId\":\"%s\",\"amountFen\":%d%s}".formatted(store, member.id(), fen, more);
    }

    private static ResponseSpec post(Browser browser, String where, String json) {
        return browser.send(HttpMethod.POST, TILL + where, json);
    }

    private static JsonNode json(ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .is2xxSuccessful()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}

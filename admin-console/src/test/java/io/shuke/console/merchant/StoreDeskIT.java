package io.shuke.console.merchant;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.Browser;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.marketing.till.TillKeys;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Merchants;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ShopTest
class StoreDeskIT {

    private static final String STORES = "/console/api/stores";

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Merchants merchants;

    @Autowired
    TillKeys keys;

    @Autowired
    Jdbc jdbc;

    private final JsonMapper mapper = new JsonMapper();
    private MerchantId shop = new MerchantId(1);
    private Browser owner;

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
        owner = shopkeeper.signedIn(shop, Role.OWNER);
    }

    @Test
    void opensRenamesAndCloses() {
        var first = added("解放路店");
        var second = added("大学城店");
        var path = STORES + "/" + second;

        refused(owner.put(path, sign("解放路店", 0)), 409, "store.name-taken");
        owner.put(path, sign("北门店", 0)).expectStatus().isOk();
        refused(owner.put(path, sign("南门店", 0)), 409, "store.changed-meanwhile");
        assertThat(json(owner.put(path + "/open", open(false, 1))).at("/open").asBoolean())
                .isFalse();

        assertThat(jdbc.within(shop, merchants::stores)).extracting("name").containsExactly("解放路店");
        assertThat(jdbc.within(shop, merchants::storeNames)).containsValue("北门店");
        refused(owner.put(STORES + "/" + first + "/open", open(false, 0)), 409, "store.last-open");
        owner.put(path + "/open", open(true, 2)).expectStatus().isOk();
        assertThat(jdbc.within(shop, merchants::stores)).hasSize(2);
    }

    @Test
    void aClosedStoresTillsAndCounterCloseToo() {
        added("解放路店");
        var second = added("大学城店");
        var issued = json(owner.post("/console/api/till-keys", "{\"name\":\"前台\",\"storeId\":\"" + second + "\"}"));

        owner.put(STORES + "/" + second + "/open", open(false, 0))
                .expectStatus()
                .isOk();

        assertThat(jdbc.within(shop, keys::all)).hasSize(1).allMatch(key -> key.isRevoked());
        refused(
                owner.post("/console/api/till/quotes", "{\"storeId\":\"%s\",\"amountFen\":100}".formatted(second)),
                403,
                "console.other-store");
        assertThat(issued.path("secret").asString("")).hasSize(43);
    }

    @Test
    void twoWhoCloseTheLastTwoLeaveOne() {
        for (int round = 0; round < 5; round++) {
            var one = shopkeeper.opens();
            var keeper = shopkeeper.signedIn(one, Role.OWNER);
            var ids = IntStream.range(0, 2)
                    .mapToObj(n -> json(keeper.post(STORES, sign("第" + n + "店", 0)))
                            .path("id")
                            .asString(""))
                    .toList();
            ids.stream()
                    .map(id ->
                            CompletableFuture.runAsync(() -> keeper.put(STORES + "/" + id + "/open", open(false, 0))))
                    .toList()
                    .forEach(CompletableFuture::join);

            assertThat(jdbc.within(one, merchants::stores)).hasSize(1);
        }
    }

    @Test
    void othersReadAndStrangersSeeNothing() {
        var store = added("解放路店");
        var cashier = shopkeeper.signedIn(shop, Role.CASHIER);
        assertThat(json(cashier.get(STORES)).at("/items/0/name").asString()).isEqualTo("解放路店");
        cashier.post(STORES, sign("我的店", 0)).expectStatus().isForbidden();

        var stranger = shopkeeper.signedIn(shopkeeper.opens(), Role.OWNER);
        assertThat(json(stranger.get(STORES)).at("/items")).isEmpty();
        refused(stranger.put(STORES + "/" + store, sign("抢来的店", 0)), 404, "store.unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\" \"}",
                "{\"name\":\"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一\"}",
                "{\"name\":\"店\\u0000\"}",
                "{\"name\":[\"店\"]}"
            })
    void refusesWhatIsNoSign(String body) {
        owner.post(STORES, body).expectStatus().isBadRequest();
    }

    private String added(String name) {
        return json(owner.post(STORES, sign(name, 0))).path("id").asString("");
    }

    private static String sign(String name, int version) {
        return """
                {"name": "%s", "address": "街角", "version": %d}""".formatted(name, version);
    }

    private static String open(boolean open, int version) {
        return """
                {"open": %s, "version": %d}""".formatted(open, version);
    }

    private JsonNode json(ResponseSpec answer) {
        var body = answer.expectStatus()
                .is2xxSuccessful()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return mapper.readTree(requireNonNull(body));
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}

package io.shuke.console.door;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.SettableClock;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.console.staff.Staff;
import io.shuke.console.staff.StaffMember;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.Identity;
import io.shuke.member.scan.ScanTickets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who scans with the WeChat he has bound is signed in where the code was shown, and nowhere else. */
@ShopTest
class ScanSignInIT {

    private static final String BINDING = "/console/api/me/wechat";

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    ScanTickets tickets;

    @Autowired
    Staff staff;

    @Autowired
    Jdbc jdbc;

    @Autowired
    SettableClock clock;

    private final JsonMapper mapper = new JsonMapper();
    private final Identity phone = new Identity("wxofficial", "o" + UUID.randomUUID());
    private MerchantId shop = new MerchantId(1);
    private StaffMember clerk;

    @BeforeEach
    void bind() {
        shop = shopkeeper.opens();
        clerk = shopkeeper.hires(shop, Role.CASHIER);
        var browser = shopkeeper.browser().signsIn(clerk.account().value());
        var code = json(browser.post(BINDING + "/codes", "{}"));
        assertThat(json(browser.post(BINDING, body(code))).at("/bound").asBoolean())
                .isFalse();
        scans(code, phone);
        assertThat(json(browser.post(BINDING, body(code))).at("/bound").asBoolean())
                .isTrue();
    }

    private JsonNode code() {
        return json(
                shopkeeper.browser().post("/console/api/sessions/codes", "{\"merchantId\":\"%s\"}".formatted(shop)));
    }

    private void scans(JsonNode code, Identity who) {
        jdbc.within(shop, () -> {
            tickets.scanned(code.path("scene").asString(""), who);
            return true;
        });
    }

    private ResponseSpec takes(JsonNode code, String secret) {
        return shopkeeper.browser().post("/console/api/sessions/scans", """
                {"merchantId":"%s","scene":"%s","secret":"%s"}""".formatted(
                        shop, code.path("scene").asString(""), secret));
    }

    private ResponseSpec takes(JsonNode code) {
        return takes(code, code.path("secret").asString(""));
    }

    @Test
    void opensASessionInTheBrowserThatShowedTheCode() {
        var code = code();
        takes(code).expectStatus().isNoContent();
        scans(code, phone);

        var answer = takes(code).expectStatus().isOk().returnResult(String.class);
        var cookie = requireNonNull(answer.getResponseCookies().getFirst("shuke_console"));
        assertThat(cookie.isHttpOnly()).isTrue();
        shopkeeper
                .browser()
                .with(cookie.getValue())
                .get("/console/api/till/stores")
                .expectStatus()
                .isOk();
    }

    @Test
    void aStolenCodeOpensNothing() {
        var code = code();
        scans(code, phone);

        over(takes(code, "A".repeat(43)));
        over(takes(code(), code.path("secret").asString("")));
        takes(code).expectStatus().isOk();
    }

    @Test
    void aUsedCodeIsOverAndALateOneToo() {
        var used = code();
        scans(used, phone);
        takes(used).expectStatus().isOk();
        over(takes(used));

        var late = code();
        scans(late, phone);
        var unseen = code();
        clock.advance(ScanTickets.GOOD_FOR);
        over(takes(late));
        scans(unseen, phone);
        over(takes(unseen));
    }

    @Test
    void theFirstPhoneCountsAndAStrangersOpensNothing() {
        var code = code();
        scans(code, new Identity("wxofficial", "osomebody-else"));
        scans(code, phone);

        refused(takes(code), 403, "staff.wechat-unbound");
        over(takes(code));
    }

    @Test
    void aCodeForBindingSignsNobodyIn() {
        var browser = shopkeeper.signedIn(shop, Role.OWNER);
        var code = json(browser.post(BINDING + "/codes", "{}"));
        scans(code, phone);

        over(takes(code));
        refused(browser.post(BINDING, body(code)), 409, "staff.wechat-taken");
    }

    @Test
    void whoWasDismissedOrHasUnboundSignsInNoMore() {
        shopkeeper
                .browser()
                .signsIn(clerk.account().value())
                .send(HttpMethod.DELETE, BINDING, null)
                .expectStatus()
                .isNoContent();
        var code = code();
        scans(code, phone);
        refused(takes(code), 403, "staff.wechat-unbound");

        bind();
        jdbc.within(shop, () -> {
            staff.dismiss(clerk.id());
            return true;
        });
        var again = code();
        scans(again, phone);
        refused(takes(again), 403, "staff.wechat-unbound");
    }

    @Test
    void ofManyWhoTakeOneCodeOneIsSignedIn() {
        var code = code();
        scans(code, phone);
        var signedIn = IntStream.range(0, 40)
                .mapToObj(n -> CompletableFuture.supplyAsync(() ->
                        takes(code).expectBody().returnResult().getStatus().value()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(status -> status == 200)
                .count();

        assertThat(signedIn).isEqualTo(1);
    }

    @Test
    void nobodyHasCodesMadeWithoutEnd() {
        var browser = shopkeeper.browser();
        var wish = "{\"merchantId\":\"%s\"}".formatted(shop);
        for (int n = 0; n < SignInLimit.CODES_BY_ADDRESS; n++) {
            browser.post("/console/api/sessions/codes", wish).expectStatus().isCreated();
        }

        refused(browser.post("/console/api/sessions/codes", wish), 429, "console.too-many-codes");
    }

    private static String body(JsonNode code) {
        return "{\"scene\":\"%s\",\"secret\":\"%s\"}"
                .formatted(code.path("scene").asString(""), code.path("secret").asString(""));
    }

    private static void over(ResponseSpec answer) {
        refused(answer, 404, "scan.over");
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

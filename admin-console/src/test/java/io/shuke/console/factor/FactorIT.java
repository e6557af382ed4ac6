package io.shuke.console.factor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.Browser;
import io.shuke.console.SettableClock;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.console.staff.StaffMember;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.MemberId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ShopTest
class FactorIT {

    private static final String FACTOR = "/console/api/second-factor";
    private static final String STEP_UP = Browser.SESSIONS + "/second-factor";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** As many as there are connections: one more would not race but wait. */
    private static final int HANDS = 8;

    @Autowired
    SettableClock clock;

    @Autowired
    Jdbc jdbc;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Proof proof;

    final Shopkeeper shopkeeper;
    final MerchantId shop;
    final MemberId wang;
    final StaffMember owner;
    final Browser browser;
    byte[] secret = {};
    List<?> recoveryCodes = List.of();

    FactorIT(@Autowired Shopkeeper shopkeeper) {
        this.shopkeeper = shopkeeper;
        shop = shopkeeper.opens();
        wang = shopkeeper.welcomes(shop, "老王").id();
        owner = shopkeeper.hires(shop, Role.OWNER);
        browser = shopkeeper.browser().signsIn(owner.account().value());
    }

    @BeforeEach
    void enrol() {
        browser.post(FACTOR, "{\"password\": \"wrong\"}").expectStatus().isForbidden();
        var offer = requireNonNull(browser.post(FACTOR, "{\"password\": \"%s\"}".formatted(Browser.PASSWORD))
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
        secret = base32(String.valueOf(offer.get("secret")));
        assertThat(String.valueOf(offer.get("uri"))).startsWith("otpauth://totp/%E5%B0%8F%E5%BA%97%3Astaff-");
        // Not in force before a code was shown: nobody locks himself out by a picture he did not scan.
        gives("k0").expectStatus().isCreated();
        var answer = browser.post(FACTOR + "/confirmation", "{\"code\": \"%s\"}".formatted(code()))
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        recoveryCodes = (List<?>) requireNonNull(requireNonNull(answer).get("recoveryCodes"));
        clock.advance(Duration.ofSeconds(30));
    }

    @Test
    void guardsMoneyAndPointsForAQuarterOfAnHour() {
        refused(gives("k1"), 403, "console.second-factor-needed");
        browser.get("/console/api/points?member=" + wang).expectStatus().isOk();
        refused(shows("000000"), 403, "factor.wrong-code");
        shows(code()).expectStatus().isOk();
        gives("k1").expectStatus().isCreated();
        var other = shopkeeper.browser().signsIn(owner.account().value());
        refused(other.post("/console/api/approvals/1/approval", "{}"), 403, "console.second-factor-needed");

        clock.advance(Duration.ofMinutes(15));
        refused(gives("k2"), 403, "console.second-factor-needed");
    }

    @Test
    void aCodeIsGoodOnceWhoeverIsFirst() throws Exception {
        var code = code();
        var right = new AtomicInteger();
        var hands = Executors.newFixedThreadPool(HANDS);
        try {
            for (var one : hands.invokeAll(IntStream.range(0, 200)
                    .<java.util.concurrent.Callable<Boolean>>mapToObj(i -> () -> {
                        var verdict =
                                jdbc.within(shop, () -> proof.look(owner.id().value(), code, true));
                        right.addAndGet(verdict == Proof.Verdict.RIGHT ? 1 : 0);
                        return true;
                    })
                    .toList())) {
                one.get();
            }
        } finally {
            hands.shutdownNow();
        }
        assertThat(right).hasValue(1);
    }

    @Test
    void nobodyGuesses() {
        for (int i = 0; i < Proof.MOST_FAILURES; i++) {
            refused(shows("00000" + i), 403, "factor.wrong-code");
        }
        refused(shows(code()), 429, "factor.too-often");
        clock.advance(Proof.WINDOW);
        shows(code()).expectStatus().isOk();
    }

    @Test
    void aRecoveryCodeHelpsOnce() {
        var one = String.valueOf(recoveryCodes.get(0));
        shows(one).expectStatus().isOk();
        refused(shows(one), 403, "factor.wrong-code");
        browser.get(FACTOR).expectBody().jsonPath("$.recoveryCodes").isEqualTo(9);
        browser.send(org.springframework.http.HttpMethod.DELETE, FACTOR, null)
                .expectStatus()
                .isNoContent();
        gives("k1").expectStatus().isCreated();
    }

    @Test
    void mayBeShownWithThePassword() {
        var body = "{\"account\": \"%s\", \"password\": \"%s\", \"secondFactor\": \"%s\"}";
        var stranger = shopkeeper.browser();
        refused(
                stranger.post(Browser.SESSIONS, body.formatted(owner.account(), Browser.PASSWORD, "000000")),
                403,
                "factor.wrong-code");
        stranger.post(Browser.SESSIONS, body.formatted(owner.account(), Browser.PASSWORD, code()))
                .expectStatus()
                .isOk();
    }

    @Test
    void theOwnerMayAskEverybodyForOne() {
        shows(code()).expectStatus().isOk();
        browser.put("/console/api/approvals/limits", """
                {"version": 0, "points": 10, "balanceFen": 0, "refundFen": 0, "chargeFen": 0, "coupons": 0,
                 "secondFactor": true}""").expectStatus().isOk();
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);

        refused(manager.post("/console/api/points", asked("m1")), 403, "console.second-factor-unset");
    }

    @Test
    void liesSealedInTheDatabase() {
        var stored = requireNonNull(database.queryForObject(
                "SELECT secret FROM staff_second_factor WHERE merchant_id = ?", byte[].class, shop.value()));

        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(Totp.base32(secret))
                .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
    }

    private ResponseSpec gives(String key) {
        return browser.post("/console/api/points", asked(key));
    }

    private String asked(String key) {
        return """
               {"memberId": "%s", "change": 1, "note": "补偿", "key": "%s"}""".formatted(wang, key);
    }

    private ResponseSpec shows(String code) {
        return browser.post(STEP_UP, "{\"code\": \"%s\"}".formatted(code));
    }

    private String code() {
        return Totp.code(secret, Totp.step(clock.instant()));
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private static byte[] base32(String text) {
        var bytes = new byte[text.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (var c : text.toCharArray()) {
            buffer = buffer << 5 | ALPHABET.indexOf(c);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }
}

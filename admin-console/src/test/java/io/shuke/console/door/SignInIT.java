package io.shuke.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.Browser;
import io.shuke.console.SettableClock;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Password;
import io.shuke.console.staff.Role;
import io.shuke.console.staff.Staff;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ShopTest
class SignInIT {

    static final String PLAN = "/console/api/check-in-plan";
    static final String EMPTY_PLAN = """
            {"pointsADay": 1, "steps": [], "makeUpsAMonth": 0, "makeUpCost": 0}""";

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Staff staff;

    @Autowired
    Jdbc jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate database;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    @Test
    void tellsWhoOneIs() {
        var owner = shopkeeper.hires(shop, Role.OWNER);
        var browser = shopkeeper.browser();

        browser.tries(owner.account().value(), Browser.PASSWORD)
                .expectStatus()
                .isOk()
                .expectHeader()
                .value(HttpHeaders.SET_COOKIE, cookie -> assertThat(cookie)
                        .contains("HttpOnly")
                        .contains("SameSite=Strict")
                        .contains("Path=/console"))
                .expectHeader()
                .value(HttpHeaders.CACHE_CONTROL, cache -> assertThat(cache).contains("no-store"))
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("owner")
                .jsonPath("$.role")
                .isEqualTo("OWNER")
                .jsonPath("$.merchant.id")
                .isEqualTo(shop.toString())
                .jsonPath("$.csrf")
                .isNotEmpty();
        browser.signsIn(owner.account().value())
                .get(Browser.SESSIONS)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.role")
                .isEqualTo("OWNER");
    }

    @Test
    void saysTheSameToAWrongPasswordAsToAnUnknownAccount() {
        var owner = shopkeeper.hires(shop, Role.OWNER);

        refused(shopkeeper.browser().tries(owner.account().value(), "wrong password"), 401, "console.sign-in-failed");
        refused(shopkeeper.browser().tries("nobody-here", "wrong password"), 401, "console.sign-in-failed");
        refused(shopkeeper.browser().tries("老板'--", "wrong password"), 401, "console.sign-in-failed");
    }

    @Test
    void needsBoth() {
        shopkeeper
                .browser()
                .send(HttpMethod.POST, Browser.SESSIONS, "{\"account\":\"owner\"}")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void isClosedAfterTooManyFailuresButNotFromElsewhere() {
        var owner = shopkeeper.hires(shop, Role.OWNER).account().value();
        var attacker = shopkeeper.browser();
        for (int i = 0; i < SignInLimit.BY_ADDRESS_AND_ACCOUNT; i++) {
            refused(attacker.tries(owner, "guess number " + i), 401, "console.sign-in-failed");
        }

        refused(attacker.tries(owner, "one more guess"), 429, "console.too-many-failures");
        refused(attacker.tries(owner, Browser.PASSWORD), 429, "console.too-many-failures");
        shopkeeper.browser().signsIn(owner).get(PLAN).expectStatus().isOk();
    }

    @Test
    void endsWithinFiveSecondsOfADismissal() {
        shopkeeper.hires(shop, Role.OWNER);
        var cashier = shopkeeper.hires(shop, Role.CASHIER);
        var browser = shopkeeper.browser().signsIn(cashier.account().value());
        browser.get(PLAN).expectStatus().isOk();

        inShop(one -> one.dismiss(cashier.id()));
        clock.advance(Duration.ofSeconds(5));

        refused(browser.get(PLAN), 401, "console.signed-out");
        refused(shopkeeper.browser().tries(cashier.account().value(), Browser.PASSWORD), 401, "console.sign-in-failed");
    }

    @Test
    void endsWithTheOldPassword() {
        var owner = shopkeeper.hires(shop, Role.OWNER);
        var browser = shopkeeper.browser().signsIn(owner.account().value());
        browser.get(PLAN).expectStatus().isOk();

        inShop(one -> one.changePassword(owner.id(), Browser.PASSWORD, new Password("another long secret")));
        clock.advance(Duration.ofSeconds(5));

        refused(browser.get(PLAN), 401, "console.signed-out");
    }

    @Test
    void endsWithTheWorkingDay() {
        var browser = shopkeeper.signedIn(shop, Role.OWNER);
        clock.advance(Sessions.LIFETIME.minusSeconds(60));
        browser.get(PLAN).expectStatus().isOk();
        clock.advance(Duration.ofSeconds(61));

        refused(browser.get(PLAN), 401, "console.signed-out");
    }

    @Test
    void endsBySigningOut() {
        var browser = shopkeeper.signedIn(shop, Role.OWNER);
        browser.send(HttpMethod.DELETE, Browser.SESSIONS, null).expectStatus().isOk();

        refused(browser.get(PLAN), 401, "console.signed-out");
    }

    @Test
    void changesNothingWithoutTheCsrfToken() {
        var browser = shopkeeper.signedIn(shop, Role.OWNER).withoutCsrf();

        refused(browser.put(PLAN, EMPTY_PLAN), 403, "console.csrf");
        refused(browser.send(HttpMethod.DELETE, Browser.SESSIONS, null), 403, "console.csrf");
        browser.get(PLAN).expectStatus().isOk();
    }

    @Test
    void takesNoCsrfTokenOfAnotherSession() {
        var other = shopkeeper.signedIn(shop, Role.OWNER);
        var browser = shopkeeper.signedIn(shop, Role.OWNER).with(Objects.requireNonNull(other.cookie()));

        refused(browser.put(PLAN, EMPTY_PLAN), 403, "console.csrf");
    }

    @Test
    void believesNoCookieThatItDidNotGive() {
        for (var forged : new String[] {"x", "A".repeat(43), "../../etc", "A".repeat(4000)}) {
            refused(shopkeeper.browser().with(forged).get(PLAN), 401, "console.signed-out");
        }
    }

    @Test
    void leavesNoTokenInTheDatabase() {
        var token = Objects.requireNonNull(shopkeeper.signedIn(shop, Role.OWNER).cookie());
        var hash = new SessionToken(token).hash();

        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM staff_session WHERE token_hash = ? AND merchant_id = ?",
                        Long.class,
                        hash,
                        shop.value()))
                .isOne();
    }

    @Test
    void sendsNobodyToAnotherShop() {
        var mine = shopkeeper.signedIn(shop, Role.OWNER);
        var other = shopkeeper.opens();
        var theirs = shopkeeper.signedIn(other, Role.OWNER);
        mine.put(PLAN, EMPTY_PLAN).expectStatus().isOk();

        theirs.get(PLAN).expectBody().jsonPath("$.pointsADay").isEqualTo(5);
        mine.get(PLAN).expectBody().jsonPath("$.pointsADay").isEqualTo(1);
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private void inShop(Consumer<Staff> work) {
        jdbc.within(shop, () -> {
            work.accept(staff);
            return true;
        });
    }
}

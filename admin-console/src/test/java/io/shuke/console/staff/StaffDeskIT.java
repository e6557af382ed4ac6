package io.shuke.console.staff;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.Browser;
import io.shuke.console.SettableClock;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.member.ground.Busy;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ShopTest
class StaffDeskIT {

    private static final String STAFF = "/console/api/staff";

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Invitations invitations;

    @Autowired
    Jdbc jdbc;

    @Autowired
    JdbcTemplate database;

    @Autowired
    SettableClock clock;

    private final JsonMapper mapper = new JsonMapper();
    private MerchantId shop = new MerchantId(1);
    private Browser owner;

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
        owner = shopkeeper.signedIn(shop, Role.OWNER);
    }

    @Test
    void whoIsInvitedComesOnceWithAnAccountOfHisOwn() {
        var secret = invited("CASHIER");
        assertThat(json(owner.get(STAFF)).at("/expected/0/name").asString()).isEqualTo("小李");
        assertThat(owner.get(STAFF).expectBody(String.class).returnResult().getResponseBody())
                .doesNotContain(secret);
        assertThat(new String(
                        requireNonNull(database.queryForObject(
                                "SELECT secret_hash FROM staff_invitation WHERE merchant_id = ?",
                                byte[].class,
                                shop.value())),
                        StandardCharsets.ISO_8859_1))
                .doesNotContain(secret);
        var account = shopkeeper.account();

        refused(comes(secret, account, "short"), 400, "staff.password-weak");
        assertThat(json(comes(secret, account, Browser.PASSWORD)).at("/role").asString())
                .isEqualTo("CASHIER");

        var cashier = shopkeeper.browser().signsIn(account.value());
        cashier.get("/console/api/till/stores").expectStatus().isOk();
        cashier.get(STAFF).expectStatus().isForbidden();
        refused(comes(secret, shopkeeper.account(), Browser.PASSWORD), 404, "staff.invitation-unknown");
        assertThat(json(owner.get(STAFF)).at("/expected")).isEmpty();
    }

    @Test
    void aLinkThatIsLateWithdrawnOrInventedLetsNobodyIn() {
        var late = invited("MANAGER");
        clock.advance(Invitations.GOOD_FOR);
        refused(comes(late, shopkeeper.account(), Browser.PASSWORD), 404, "staff.invitation-unknown");

        var again = shopkeeper.signedIn(shop, Role.OWNER);
        var withdrawn = json(again.post(STAFF, POST.formatted("MANAGER")));
        again.send(
                        HttpMethod.DELETE,
                        STAFF + "/invitations/" + withdrawn.path("id").asString(""),
                        null)
                .expectStatus()
                .isNoContent();
        refused(comes(secret(withdrawn), shopkeeper.account(), Browser.PASSWORD), 404, "staff.invitation-unknown");
        refused(comes("A".repeat(43), shopkeeper.account(), Browser.PASSWORD), 404, "staff.invitation-unknown");
    }

    @Test
    void ofManyWhoComeWithOneLinkOneWorksHere() {
        var secret = new OneTimeSecret(invited("CASHIER"));
        var came = new AtomicInteger();
        IntStream.range(0, 40)
                .mapToObj(n -> CompletableFuture.runAsync(() -> {
                    try {
                        jdbc.within(
                                shop,
                                () -> invitations.arrive(secret, shopkeeper.account(), new Password(Browser.PASSWORD)));
                        came.incrementAndGet();
                    } catch (RuntimeException refused) {
                        assertThat(refused).isInstanceOfAny(StaffRefusal.class, Busy.class);
                    }
                }))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(came).hasValue(1);
    }

    @Test
    void aDismissedClerkIsOutWithinFiveSeconds() {
        var clerk = shopkeeper.hires(shop, Role.CASHIER);
        var cashier = shopkeeper.browser().signsIn(clerk.account().value());
        cashier.get("/console/api/till/stores").expectStatus().isOk();

        shopkeeper
                .signedIn(shopkeeper.opens(), Role.OWNER)
                .send(HttpMethod.DELETE, STAFF + "/" + clerk.id(), null)
                .expectStatus()
                .isNotFound();
        owner.send(HttpMethod.DELETE, STAFF + "/" + clerk.id(), null)
                .expectStatus()
                .isNoContent();
        clock.advance(Duration.ofSeconds(5));

        cashier.get("/console/api/till/stores").expectStatus().isUnauthorized();
        shopkeeper
                .browser()
                .tries(clerk.account().value(), Browser.PASSWORD)
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void aNewRoleCountsWithinFiveSecondsAndAStalePageIsRefused() {
        var clerk = shopkeeper.hires(shop, Role.CASHIER);
        var browser = shopkeeper.browser().signsIn(clerk.account().value());
        browser.get("/console/api/members").expectStatus().isForbidden();
        var path = STAFF + "/" + clerk.id();

        owner.put(path, changed("MANAGER", 0)).expectStatus().isOk();
        refused(owner.put(path, changed("ADVISER", 0)), 409, "staff.changed-meanwhile");
        clock.advance(Duration.ofSeconds(5));

        browser.get("/console/api/members").expectStatus().isOk();
    }

    @Test
    void theLastOwnerStaysOne() {
        var self = json(owner.get(STAFF)).at("/items/0");
        assertThat(self.path("self").asBoolean()).isTrue();
        var path = STAFF + "/" + self.path("id").asString("");

        refused(owner.put(path, changed("CASHIER", 0)), 409, "staff.last-owner");
        refused(owner.send(HttpMethod.DELETE, path, null), 409, "staff.last-owner");
    }

    private static final String POST = """
            {"name": "小李", "role": "%s", "storeIds": []}""";

    private static String changed(String role, int version) {
        return """
                {"name": "小李", "role": "%s", "storeIds": [], "version": %d}""".formatted(role, version);
    }

    private String invited(String role) {
        return secret(json(owner.post(STAFF, POST.formatted(role))));
    }

    private static String secret(JsonNode invited) {
        return invited.path("path").asString("").replace("/console/#/join/", "");
    }

    private ResponseSpec comes(String secret, Account account, String password) {
        return shopkeeper.browser().post(STAFF + "/arrivals", """
                {"secret": "%s", "account": "%s", "password": "%s"}""".formatted(secret, account, password));
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

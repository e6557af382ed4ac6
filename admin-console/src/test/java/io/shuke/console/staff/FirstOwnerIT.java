package io.shuke.console.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.console.Browser;
import io.shuke.console.SettableClock;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ShopTest
@ExtendWith(OutputCaptureExtension.class)
class FirstOwnerIT {

    private static final String DOOR = "/console/api/first-owner";

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    FirstOwner first;

    @Autowired
    FirstOwnerCall call;

    @Autowired
    Staff staff;

    @Autowired
    Jdbc jdbc;

    @Autowired
    SettableClock clock;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    private String secret() {
        return jdbc.within(shop, first::invite).orElseThrow();
    }

    private ResponseSpec comes(String secret, Account account, String password) {
        return shopkeeper.browser().send(HttpMethod.POST, DOOR, """
                {"secret": "%s", "account": "%s", "name": "店主", "password": "%s"}""".formatted(secret, account, password));
    }

    @Test
    void whoHasTheSecretBecomesTheOwnerAndSignsIn() {
        var account = shopkeeper.account();

        comes(secret(), account, Browser.PASSWORD)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.account")
                .isEqualTo(account.value())
                .jsonPath("$.role")
                .isEqualTo("OWNER")
                .jsonPath("$.password")
                .doesNotExist();

        shopkeeper
                .browser()
                .signsIn(account.value())
                .get("/console/api/members")
                .expectStatus()
                .isOk();
    }

    @Test
    void theSecretsEndWithTheirFirstUse() {
        var secret = secret();
        var other = secret();
        comes(secret, shopkeeper.account(), Browser.PASSWORD).expectStatus().isCreated();

        assertUnknown(comes(secret, shopkeeper.account(), Browser.PASSWORD));
        assertUnknown(comes(other, shopkeeper.account(), Browser.PASSWORD));
        assertThat(jdbc.within(shop, first::invite)).isEmpty();
    }

    @Test
    void theSecretEndsAfterADay() {
        var secret = secret();
        clock.advance(FirstOwner.GOOD_FOR);

        assertUnknown(comes(secret, shopkeeper.account(), Browser.PASSWORD));
    }

    @Test
    void aWrongSecretOpensNothing() {
        secret();

        assertUnknown(comes("A".repeat(43), shopkeeper.account(), Browser.PASSWORD));
        comes("", shopkeeper.account(), Browser.PASSWORD).expectStatus().isNotFound();
        shopkeeper.browser().send(HttpMethod.POST, DOOR, "{}").expectStatus().isBadRequest();
    }

    @Test
    void aWeakPasswordDoesNotCostTheSecret() {
        var secret = secret();
        comes(secret, shopkeeper.account(), "short").expectStatus().isBadRequest();

        comes(secret, shopkeeper.account(), Browser.PASSWORD).expectStatus().isCreated();
    }

    @Test
    void ofManyWhoComeAtOnceOneBecomesTheOwner() {
        var secrets = new String[] {secret(), secret()};
        var came = new AtomicInteger();
        IntStream.range(0, 40)
                .mapToObj(n -> CompletableFuture.runAsync(() -> {
                    try {
                        jdbc.within(
                                shop,
                                () -> first.come(
                                        secrets[n % 2], shopkeeper.account(), "店主", new Password(Browser.PASSWORD)));
                        came.incrementAndGet();
                    } catch (RuntimeException refused) {
                        assertThat(refused).isInstanceOfAny(StaffRefusal.class, io.shuke.member.ground.Busy.class);
                    }
                }))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(came).hasValue(1);
        assertThat(jdbc.within(shop, staff::all)).hasSize(1);
    }

    @Test
    void aShopThatLostItsStaffIsNotUpForGrabs() {
        shopkeeper.hires(shop, Role.CASHIER);

        assertThat(jdbc.within(shop, first::invite)).isEmpty();
    }

    @Test
    void theLogTellsTheWayOnlyWhileThereIsNoStaff(CapturedOutput log) {
        call.call();
        assertThat(log.getOut()).contains("/console/#/first-owner/");
        var secret =
                Objects.requireNonNull(log.getOut()).replaceFirst("(?s).*/first-owner/([A-Za-z0-9_-]{43}).*", "$1");

        comes(secret, shopkeeper.account(), Browser.PASSWORD).expectStatus().isCreated();
        assertThatThrownBy(() -> jdbc.forAll(() -> first.shop(secret))).isInstanceOf(StaffRefusal.class);
    }

    private static void assertUnknown(ResponseSpec answer) {
        answer.expectStatus().isNotFound();
    }
}

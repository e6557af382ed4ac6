package io.shuke.gateway.wechat.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.OpenShop;
import io.shuke.gateway.wechat.pay.PayTrial.Step;
import io.shuke.gateway.wechat.pay.PayTrial.Typed;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Connecting an account at WeChat Pay, against the simulator. */
@OpenShop
class PayTrialIT {

    private static final MerchantId SHOP = new MerchantId(1);

    @Autowired
    PayTrial trial;

    @Autowired
    PayAccounts accounts;

    @Autowired
    Jdbc jdbc;

    @Autowired
    JdbcTemplate database;

    private Typed right = new Typed("", "", "", "", "", "");

    @BeforeEach
    void theDemoShopsOwn() {
        var known = jdbc.within(SHOP, () -> accounts.of(SHOP)).orElseThrow();
        right = new Typed(
                known.account(),
                known.serial(),
                known.privateKey(),
                known.apiKey(),
                known.platformKeyId(),
                known.platformKey());
    }

    @Test
    void everyStepIsRightAndWechatKnowsUs() {
        assertThat(steps(right)).hasSize(7).allMatch(Step::good);
    }

    @Test
    void aKeyOfSomebodyElseIsFoundByAsking() {
        var steps = steps(new Typed(
                right.account(),
                right.serial(),
                strangersKey(),
                right.apiKey(),
                right.platformKeyId(),
                right.platformKey()));

        assertThat(steps.get(steps.size() - 1).good()).isFalse();
        assertThat(steps.get(steps.size() - 1).text()).contains("签名不对");
    }

    @Test
    void everyPieceSaysWhatIsWrongWithItAndQuotesNothing() {
        var steps = steps(new Typed("12a", "not hex", "a-secret-key", "short", "?", "none"));

        assertThat(steps).hasSize(6).noneMatch(Step::good);
        assertThat(steps).extracting(Step::text).noneMatch(text -> text.contains("a-secret-key"));
    }

    @Test
    void whatIsKeptIsSealed() {
        var stored = database.queryForObject(
                "SELECT private_key FROM pay_account WHERE merchant_id = ?", byte[].class, SHOP.value());

        assertThat(new String(Objects.requireNonNull(stored), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("PRIVATE KEY");
        assertThat(right.toString()).doesNotContain(right.apiKey());
    }

    @Test
    void anAccountIsOneMerchantsOnly() {
        assertThatThrownBy(() -> accounts.connect(right.toAccount(new MerchantId(404))))
                .hasMessage("pay.account-taken");
        var another = new Typed(
                "1900000009",
                right.serial(),
                right.privateKey(),
                right.apiKey(),
                right.platformKeyId(),
                right.platformKey());
        assertThatThrownBy(() -> accounts.connect(another.toAccount(SHOP))).hasMessage("pay.account-taken");
    }

    private List<Step> steps(Typed typed) {
        return Objects.requireNonNull(trial.of(SHOP, typed).block());
    }

    private static String strangersKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var key = Base64.getMimeEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
            return "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

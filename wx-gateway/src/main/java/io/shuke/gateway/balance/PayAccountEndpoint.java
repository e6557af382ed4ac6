package io.shuke.gateway.balance;

import io.shuke.gateway.wechat.pay.PayAccount;
import io.shuke.gateway.wechat.pay.PayAccounts;
import io.shuke.gateway.wechat.pay.PayTrial;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** The desk at which the owner connects the shop's account at WeChat Pay. What was typed in is sealed and never shown again. */
@RestController
class PayAccountEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(PayAccountEndpoint.class);
    private static final int LONGEST = 8192;

    /** @param account WeChat's number for the merchant (mchid); keys as PEM */
    record PayKeysBody(
            @Nullable String account,
            @Nullable String serial,
            @Nullable String privateKey,
            @Nullable String apiKey,
            @Nullable String platformKeyId,
            @Nullable String platformKey) {

        PayTrial.Typed typed() {
            return new PayTrial.Typed(
                    given(account, "account"),
                    given(serial, "serial"),
                    given(privateKey, "privateKey"),
                    given(apiKey, "apiKey"),
                    given(platformKeyId, "platformKeyId"),
                    given(platformKey, "platformKey"));
        }

        private static String given(@Nullable String field, String name) {
            if (field == null || field.length() > LONGEST) {
                throw new ServerWebInputException(name);
            }
            return field.strip();
        }

        @Override
        public String toString() {
            return "PayKeysBody";
        }
    }

    /** @param connected false before the first time; the other fields are null then */
    record PayAccountBody(
            boolean connected,
            @Nullable String account,
            @Nullable String serial,
            @Nullable String platformKeyId) {

        static PayAccountBody of(PayAccount account) {
            return new PayAccountBody(true, account.account(), account.serial(), account.platformKeyId());
        }
    }

    record PayStepBody(String name, boolean good, String text) {

        static PayStepBody of(PayTrial.Step step) {
            return new PayStepBody(step.name(), step.good(), step.text());
        }
    }

    record PayStepsBody(List<PayStepBody> items) {}

    private final PayTrial trial;
    private final PayAccounts accounts;
    private final Jdbc jdbc;

    PayAccountEndpoint(PayTrial trial, PayAccounts accounts, Jdbc jdbc) {
        this.trial = trial;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/pay-account")
    Mono<PayAccountBody> connected(MerchantId shop) {
        return jdbc.call(shop, () -> accounts.of(shop)
                .map(PayAccountBody::of)
                .orElseGet(() -> new PayAccountBody(false, null, null, null)));
    }

    @PostMapping("/console/api/pay-account/checks")
    Mono<PayStepsBody> check(MerchantId shop, @RequestBody PayKeysBody body) {
        return trial.of(shop, body.typed())
                .map(steps ->
                        new PayStepsBody(steps.stream().map(PayStepBody::of).toList()));
    }

    @PutMapping("/console/api/pay-account")
    Mono<PayAccountBody> connect(MerchantId shop, Principal staff, @RequestBody PayKeysBody body) {
        var typed = body.typed();
        return trial.of(shop, typed).flatMap(steps -> {
            var wrong = steps.stream().filter(step -> !step.good()).findFirst();
            if (wrong.isPresent()) {
                return Mono.error(PaymentRefusal.accountWrong(wrong.get().text()));
            }
            return jdbc.call(shop, () -> {
                accounts.connect(typed.toAccount(shop));
                LOG.warn("staff:{} connected the pay account {}", staff.getName(), typed.account());
                return PayAccountBody.of(
                        Objects.requireNonNull(accounts.of(shop).orElse(null)));
            });
        });
    }
}

package io.shuke.console.factor;

import io.shuke.console.approval.HandLimits;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Merchants;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Where everybody sets up his own second factor. */
@RestController
class FactorDesk {

    /** @param required whether the owner asks everybody for it */
    record FactorBody(boolean enrolled, boolean required, int recoveryCodes) {}

    record FactorWish(@Nullable String password) {

        @Override
        public String toString() {
            return "FactorWish[]";
        }
    }

    record FactorOfferBody(String secret, String uri) {

        @Override
        public String toString() {
            return "FactorOfferBody[]";
        }
    }

    record FactorCodeBody(@Nullable String code) {

        @Override
        public String toString() {
            return "FactorCodeBody[]";
        }
    }

    record RecoveryCodesBody(List<String> recoveryCodes) {

        @Override
        public String toString() {
            return "RecoveryCodesBody[]";
        }
    }

    private final SecondFactors factors;
    private final HandLimits limits;
    private final Merchants merchants;
    private final Jdbc jdbc;

    FactorDesk(SecondFactors factors, HandLimits limits, Merchants merchants, Jdbc jdbc) {
        this.factors = factors;
        this.limits = limits;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/second-factor")
    Mono<FactorBody> state(ConsoleUser user) {
        return jdbc.call(
                user.merchant(),
                () -> new FactorBody(
                        factors.enrolled(user.staff()),
                        limits.current().secondFactor(),
                        factors.recoveryCodesLeft(user.staff())));
    }

    @PostMapping("/console/api/second-factor")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<FactorOfferBody> offer(ConsoleUser user, @RequestBody FactorWish wish) {
        var password = wish.password();
        if (password == null) {
            throw new ServerWebInputException("password");
        }
        return jdbc.call(user.merchant(), () -> {
            var offer =
                    factors.offer(user.staff(), password, merchants.current().name());
            return new FactorOfferBody(offer.secret(), offer.uri());
        });
    }

    @PostMapping("/console/api/second-factor/confirmation")
    Mono<RecoveryCodesBody> confirm(ConsoleUser user, @RequestBody FactorCodeBody body) {
        var code = body.code();
        if (code == null) {
            throw new ServerWebInputException("code");
        }
        return jdbc.call(user.merchant(), () -> new RecoveryCodesBody(factors.confirm(user.staff(), code)));
    }

    @DeleteMapping("/console/api/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> forget(ConsoleUser user) {
        return jdbc.call(user.merchant(), () -> {
                    factors.forget(user.staff());
                    return true;
                })
                .then();
    }
}

package io.shuke.console.door;

import io.shuke.console.factor.SecondFactors;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Merchants;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Shows a second factor within a session, for acts on money and points. */
@RestController
class StepUpDesk {

    /** @param code of the authenticator app, or a recovery code */
    record StepUpBody(@Nullable String code) {

        @Override
        public String toString() {
            return "StepUpBody[]";
        }
    }

    record ProvenBody(OffsetDateTime until) {}

    private final SecondFactors factors;
    private final Sessions sessions;
    private final Merchants merchants;
    private final Jdbc jdbc;

    StepUpDesk(SecondFactors factors, Sessions sessions, Merchants merchants, Jdbc jdbc) {
        this.factors = factors;
        this.sessions = sessions;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @PostMapping("/console/api/sessions/second-factor")
    Mono<ProvenBody> prove(
            ConsoleUser user, @RequestBody StepUpBody body, @CookieValue(SessionToken.COOKIE) String cookie) {
        var code = body.code();
        if (code == null) {
            throw new ServerWebInputException("code");
        }
        var token = new SessionToken(cookie);
        return jdbc.call(user.merchant(), () -> {
            factors.prove(user.staff(), code);
            sessions.prove(token);
            var zone = merchants.current().zone();
            return new ProvenBody(
                    sessions.provenUntil(token).orElseThrow().atZone(zone).toOffsetDateTime());
        });
    }
}

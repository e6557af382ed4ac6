package io.shuke.console.door;

import io.shuke.console.approval.HandLimits;
import io.shuke.console.door.ConsoleContext.ConsoleAuthentication;
import io.shuke.console.factor.SecondFactors;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.Jdbc;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/**
 * Between the rights and the desks that touch money, points, keys and staff: asks whoever has a second factor to have shown it
 * in the last quarter of an hour, and everybody when the owner wants that.
 */
@Component
class StepUp {

    /** As the table of rights spells them. What a clerk changes about himself is his own. */
    private static final List<Pattern> GUARDED = List.of(
            Pattern.compile("POST /console/api/(points|balance)"),
            Pattern.compile("POST /console/api/balance/refunds(/.*)?"),
            Pattern.compile("[A-Z]+ /console/api/(till-keys|pay-account|approvals|privacy)(/.*)?"),
            Pattern.compile("[A-Z]+ /console/api/staff(?!/me(/|$))(/.*)?"),
            Pattern.compile("DELETE /console/api/second-factor"));

    private final SecondFactors factors;
    private final HandLimits limits;
    private final Sessions sessions;
    private final Jdbc jdbc;

    StepUp(SecondFactors factors, HandLimits limits, Sessions sessions, Jdbc jdbc) {
        this.factors = factors;
        this.limits = limits;
        this.sessions = sessions;
        this.jdbc = jdbc;
    }

    static boolean guards(String door) {
        return GUARDED.stream().anyMatch(pattern -> pattern.matcher(door).matches());
    }

    /** Not a bean, which would stand in front of every request of the house. */
    WebFilter filter() {
        return (exchange, chain) -> {
            var door = WritingDoors.of(exchange);
            if (door == null || !guards(door)) {
                return chain.filter(exchange);
            }
            return ReactiveSecurityContextHolder.getContext()
                    .mapNotNull(context -> context.getAuthentication())
                    .ofType(ConsoleAuthentication.class)
                    .flatMap(who -> refuseUnlessProven(exchange, who.getPrincipal()))
                    .then(Mono.defer(() -> chain.filter(exchange)));
        };
    }

    private Mono<Boolean> refuseUnlessProven(ServerWebExchange exchange, ConsoleUser user) {
        var cookie = exchange.getRequest().getCookies().getFirst(SessionToken.COOKIE);
        var token = new SessionToken(cookie == null ? "" : cookie.getValue());
        return jdbc.call(user.merchant(), () -> {
            if (factors.enrolled(user.staff())) {
                if (sessions.provenUntil(token).isEmpty()) {
                    throw ConsoleRefusal.secondFactorNeeded();
                }
            } else if (limits.current().secondFactor()) {
                throw ConsoleRefusal.secondFactorUnset();
            }
            return true;
        });
    }
}

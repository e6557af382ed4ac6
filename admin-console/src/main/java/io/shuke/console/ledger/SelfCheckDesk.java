package io.shuke.console.ledger;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ledger.Alert;
import io.shuke.member.ledger.SelfCheck;
import io.shuke.member.merchant.Merchants;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Whether the books add up, and what did not. */
@RestController
class SelfCheckDesk {

    private static final int SHOWN = 100;

    record AlertBody(
            String id,
            String rule,
            @Nullable String memberId,
            @Nullable String asset,
            String detail,
            OffsetDateTime foundAt) {

        static AlertBody of(Alert alert, ZoneId zone) {
            var member = alert.member();
            var asset = alert.asset();
            return new AlertBody(
                    Long.toString(alert.id()),
                    alert.rule(),
                    member == null ? null : member.toString(),
                    asset == null ? null : asset.code(),
                    alert.detail(),
                    alert.foundAt().atZone(zone).toOffsetDateTime());
        }
    }

    /** @param items what was ever found, newest first */
    record AlertsBody(List<AlertBody> items) {}

    /** @param violations how many were found just now; their accounts are frozen */
    record CheckBody(int violations, List<AlertBody> items) {}

    private final Jdbc jdbc;
    private final SelfCheck check;
    private final Merchants merchants;

    SelfCheckDesk(Jdbc jdbc, SelfCheck check, Merchants merchants) {
        this.jdbc = jdbc;
        this.check = check;
        this.merchants = merchants;
    }

    @GetMapping("/console/api/self-checks")
    Mono<AlertsBody> alerts(ConsoleUser user) {
        return jdbc.call(user.merchant(), () -> new AlertsBody(shown()));
    }

    @PostMapping("/console/api/self-checks")
    Mono<CheckBody> run(ConsoleUser user) {
        return jdbc.call(user.merchant(), () -> new CheckBody(check.run().size(), shown()));
    }

    private List<AlertBody> shown() {
        var zone = merchants.current().zone();
        return check.alerts(SHOWN).stream()
                .map(alert -> AlertBody.of(alert, zone))
                .toList();
    }
}

package io.shuke.console.ledger;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ledger.Alert;
import io.shuke.member.ledger.Alerts;
import io.shuke.member.ledger.SelfCheck;
import io.shuke.member.merchant.Merchants;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Whether the books add up, and what did not. */
@RestController
class SelfCheckDesk {

    private static final int SHOWN = 100;

    /** @param mended whether balance and lots were made again from the entries */
    record AlertSettledBody(String by, String reason, boolean mended, OffsetDateTime at) {}

    /**
     * @param text what was found, in words
     * @param detail the same for whoever looks into the database
     * @param open whether it waits for a person; the account is frozen so long
     */
    record AlertBody(
            String id,
            String rule,
            @Nullable String memberId,
            @Nullable String asset,
            String text,
            String detail,
            OffsetDateTime foundAt,
            boolean open,
            @Nullable AlertSettledBody settled) {

        static AlertBody of(Alert alert, ZoneId zone) {
            var member = alert.member();
            var asset = alert.asset();
            return new AlertBody(
                    Long.toString(alert.id()),
                    alert.rule(),
                    member == null ? null : member.toString(),
                    asset == null ? null : asset.code(),
                    alert.words(),
                    alert.detail(),
                    alert.foundAt().atZone(zone).toOffsetDateTime(),
                    alert.open(),
                    settled(alert, zone));
        }

        private static @Nullable AlertSettledBody settled(Alert alert, ZoneId zone) {
            var one = alert.settled();
            return one == null
                    ? null
                    : new AlertSettledBody(
                            one.actor(),
                            one.reason(),
                            one.mended(),
                            one.at().atZone(zone).toOffsetDateTime());
        }
    }

    record SettlingBody(@Nullable String reason) {}

    /** @param items what was ever found, what waits for a person first */
    record AlertsBody(List<AlertBody> items) {}

    /** @param violations how many were found just now; their accounts are frozen */
    record CheckBody(int violations, List<AlertBody> items) {}

    private final Jdbc jdbc;
    private final SelfCheck check;
    private final Alerts alerts;
    private final Merchants merchants;

    SelfCheckDesk(Jdbc jdbc, SelfCheck check, Alerts alerts, Merchants merchants) {
        this.jdbc = jdbc;
        this.check = check;
        this.alerts = alerts;
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

    /** The account is open again, its balance what the entries say. */
    @PostMapping("/console/api/self-checks/{id}/settle")
    Mono<AlertBody> settle(ConsoleUser user, @PathVariable long id, @RequestBody SettlingBody body) {
        var reason = body.reason();
        if (reason == null) {
            throw new ServerWebInputException("reason");
        }
        return jdbc.call(
                user.merchant(),
                () -> AlertBody.of(
                        alerts.settle(id, "staff:" + user.staff(), reason),
                        merchants.current().zone()));
    }

    private List<AlertBody> shown() {
        var zone = merchants.current().zone();
        return alerts.newest(SHOWN).stream()
                .map(alert -> AlertBody.of(alert, zone))
                .toList();
    }
}

package io.shuke.gateway.points;

import io.shuke.gateway.door.Customer;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ledger.Entry;
import io.shuke.member.ledger.Expiring;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.points.PointsLedger;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PointsEndpoint {

    private static final int PAGE = 20;
    private static final int NOTICE_DAYS = 30;

    record PointsEntryBody(
            String id, long change, String reason, String reference, long balance, OffsetDateTime at, String text) {

        static PointsEntryBody of(Entry entry, ZoneId zone) {
            return new PointsEntryBody(
                    Long.toString(entry.id()),
                    entry.change(),
                    entry.reason().name(),
                    entry.reference().value(),
                    entry.balance(),
                    entry.at().atZone(zone).toOffsetDateTime(),
                    entry.text());
        }
    }

    record ExpiringBody(long points, LocalDate on) {

        static ExpiringBody of(Expiring expiring) {
            return new ExpiringBody(expiring.amount(), expiring.on());
        }
    }

    /** @param expiring what expires within 30 days, the nearest first; only on the first page */
    record HistoryBody(
            List<PointsEntryBody> items, @Nullable String next, long balance, List<ExpiringBody> expiring) {}

    private final Jdbc jdbc;
    private final PointsLedger points;
    private final Merchants merchants;
    private final Clock clock;

    PointsEndpoint(Jdbc jdbc, PointsLedger points, Merchants merchants, Clock clock) {
        this.jdbc = jdbc;
        this.points = points;
        this.merchants = merchants;
        this.clock = clock;
    }

    @GetMapping("/api/me/points")
    Mono<HistoryBody> history(Customer customer, @RequestParam(required = false) @Nullable String cursor) {
        var member = customer.joined();
        return jdbc.call(customer.merchant(), () -> {
            var zone = merchants.current().zone();
            var page = points.history(member, cursor, PAGE);
            var soon = LocalDate.now(clock.withZone(zone)).plusDays(NOTICE_DAYS);
            var expiring = cursor == null ? points.expiring(member, soon) : List.<Expiring>of();
            return new HistoryBody(
                    page.items().stream()
                            .map(entry -> PointsEntryBody.of(entry, zone))
                            .toList(),
                    page.next(),
                    points.balance(member).value(),
                    expiring.stream().map(ExpiringBody::of).toList());
        });
    }
}

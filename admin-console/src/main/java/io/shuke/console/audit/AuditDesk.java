package io.shuke.console.audit;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.console.staff.Role;
import io.shuke.console.staff.Staff;
import io.shuke.console.staff.StaffMember;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Merchants;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Who did what, for the owner's eyes; and whether anybody changed it since. */
@RestController
class AuditDesk {

    private static final int PAGE = 30;

    /**
     * @param name who did it; his account number when he is not on the staff any more
     * @param refusal the code of the no
     */
    record AuditBody(
            String id,
            OffsetDateTime at,
            String name,
            Role role,
            String text,
            String objectKind,
            @Nullable String objectId,
            Outcome outcome,
            @Nullable String refusal,
            String requestId,
            String fingerprint) {

        static AuditBody of(AuditEntry entry, String name, ZoneId zone) {
            var object = entry.objectId();
            return new AuditBody(
                    Long.toString(entry.seq()),
                    entry.at().atZone(zone).toOffsetDateTime(),
                    name,
                    entry.role(),
                    entry.words(),
                    entry.objectKind(),
                    object == null ? null : object.toString(),
                    entry.outcome(),
                    entry.refusal(),
                    entry.requestId(),
                    entry.fingerprint());
        }
    }

    record AuditPageBody(List<AuditBody> items, @Nullable String next) {}

    /**
     * @param told the numbers and ids of the act; of a rule, all that was saved
     * @param before the rule as it was saved the time before, null when that was never
     */
    record AuditDetailBody(
            AuditBody entry,
            boolean rule,
            Map<String, @Nullable Object> told,
            @Nullable Map<String, @Nullable Object> before) {}

    private final AuditTrail trail;
    private final Staff staff;
    private final Merchants merchants;
    private final Jdbc jdbc;

    AuditDesk(AuditTrail trail, Staff staff, Merchants merchants, Jdbc jdbc) {
        this.trail = trail;
        this.staff = staff;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/audit")
    Mono<AuditPageBody> page(ConsoleUser user, @RequestParam(required = false) @Nullable String cursor) {
        var before = cursor == null
                ? Long.MAX_VALUE
                : Ids.read(cursor).orElseThrow(() -> new ServerWebInputException("cursor"));
        return jdbc.call(user.merchant(), () -> {
            var page = trail.page(before, PAGE);
            return new AuditPageBody(page.items().stream().map(this::shown).toList(), page.next());
        });
    }

    @GetMapping("/console/api/audit/{id}")
    Mono<AuditDetailBody> one(ConsoleUser user, @PathVariable long id) {
        return jdbc.call(user.merchant(), () -> {
            var entry = trail.one(id);
            return new AuditDetailBody(
                    shown(entry), entry.rule(), entry.told(), trail.before(id).orElse(null));
        });
    }

    @GetMapping("/console/api/audit/verification")
    Mono<AuditVerdict> verify(ConsoleUser user) {
        return jdbc.call(user.merchant(), trail::verify);
    }

    private AuditBody shown(AuditEntry entry) {
        var name = staff.one(entry.staff())
                .map(StaffMember::name)
                .orElse(entry.staff().toString());
        return AuditBody.of(entry, name, merchants.current().zone());
    }
}

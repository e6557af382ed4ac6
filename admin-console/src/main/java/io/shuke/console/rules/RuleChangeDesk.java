package io.shuke.console.rules;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.console.staff.Staff;
import io.shuke.console.staff.StaffId;
import io.shuke.console.staff.StaffMember;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.rules.RuleChange;
import io.shuke.member.rules.RuleChanges;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Which versions some rules had, who wrote them, and what they said. */
@RestController
class RuleChangeDesk {

    private static final int PAGE = 20;
    private static final Pattern RULES = Pattern.compile("[a-z-]{1,20}(:[0-9]{1,19})?");
    private static final Pattern STAFF = Pattern.compile("staff:([1-9][0-9]{0,18})");

    /** @param by the name of whoever changed them */
    record RuleChangeBody(int version, OffsetDateTime at, String by, List<String> words) {}

    record RuleChangesBody(
            List<RuleChangeBody> items, @Nullable String next) {}

    private final RuleChanges changes;
    private final Staff staff;
    private final Merchants merchants;
    private final Jdbc jdbc;

    RuleChangeDesk(RuleChanges changes, Staff staff, Merchants merchants, Jdbc jdbc) {
        this.changes = changes;
        this.staff = staff;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    /** @param rules such as {@code points} or {@code gift:7} */
    @GetMapping("/console/api/rule-changes")
    Mono<RuleChangesBody> of(
            ConsoleUser user, @RequestParam String rules, @RequestParam(required = false) @Nullable String cursor) {
        if (!RULES.matcher(rules).matches()) {
            throw new ServerWebInputException("rules");
        }
        var before = before(cursor);
        return jdbc.call(user.merchant(), () -> page(rules, before));
    }

    private static int before(@Nullable String cursor) {
        try {
            return cursor == null ? Integer.MAX_VALUE : Integer.parseInt(cursor);
        } catch (NumberFormatException garbage) {
            throw new ServerWebInputException("cursor");
        }
    }

    private RuleChangesBody page(String rules, int before) {
        var found = changes.of(rules, before, PAGE + 1);
        var zone = merchants.current().zone();
        var items = found.stream().limit(PAGE).map(change -> body(change, zone)).toList();
        var next = found.size() > PAGE ? Integer.toString(items.get(PAGE - 1).version()) : null;
        return new RuleChangesBody(items, next);
    }

    private RuleChangeBody body(RuleChange change, ZoneId zone) {
        return new RuleChangeBody(
                change.version(), change.at().atZone(zone).toOffsetDateTime(), name(change.actor()), change.words());
    }

    private String name(String actor) {
        var matcher = STAFF.matcher(actor);
        return matcher.matches()
                ? staff.one(new StaffId(Long.parseLong(matcher.group(1))))
                        .map(StaffMember::name)
                        .orElse(actor)
                : actor;
    }
}

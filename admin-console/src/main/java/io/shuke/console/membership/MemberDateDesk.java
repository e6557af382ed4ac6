package io.shuke.console.membership;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.ImportantDate;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.membership.Occasion;
import io.shuke.member.membership.YearDay;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** The days that matter to a member, the next first. The year of birth is not shown: staff wish, they do not count. */
@RestController
class MemberDateDesk {

    /** @param next when it comes next, null when it does not come again; @param days until then, 0 is today */
    record MemberDateBody(
            String label,
            int month,
            int day,
            boolean lunar,
            boolean leapMonth,
            @Nullable LocalDate next,
            @Nullable Long days) {}

    record MemberDatesBody(
            List<MemberDateBody> items, @Nullable String next) {}

    private final Members members;
    private final Merchants merchants;
    private final Clock clock;
    private final Jdbc jdbc;

    MemberDateDesk(Members members, Merchants merchants, Clock clock, Jdbc jdbc) {
        this.members = members;
        this.merchants = merchants;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/members/{id}/dates")
    Mono<MemberDatesBody> all(ConsoleUser user, @PathVariable long id) {
        if (id <= 0) {
            throw new ServerWebInputException("id");
        }
        return jdbc.call(user.merchant(), () -> {
            var member = members.member(new MemberId(id));
            var dates = new ArrayList<>(members.dates(member.id()));
            var born = member.birthday();
            if (born != null && dates.stream().noneMatch(date -> date.occasion() == Occasion.BIRTHDAY)) {
                dates.add(ImportantDate.yearly(
                        Occasion.BIRTHDAY, YearDay.solar(born.getMonthValue(), born.getDayOfMonth())));
            }
            var today = LocalDate.now(clock.withZone(merchants.current().zone()));
            return new MemberDatesBody(
                    dates.stream()
                            .map(date -> shown(date, today))
                            .sorted(Comparator.comparing(
                                    MemberDateBody::days, Comparator.nullsLast(Comparator.naturalOrder())))
                            .toList(),
                    null);
        });
    }

    private static MemberDateBody shown(ImportantDate date, LocalDate today) {
        var next = date.next(today);
        var day = date.day();
        return new MemberDateBody(
                date.label(),
                day.month(),
                day.day(),
                day.lunar(),
                day.leapMonth(),
                next == null ? null : next.on(),
                next == null ? null : ChronoUnit.DAYS.between(today, next.on()));
    }
}

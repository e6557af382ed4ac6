package io.shuke.marketing.home;

import io.shuke.marketing.audience.AudienceRefusal;
import io.shuke.marketing.audience.Condition;
import io.shuke.marketing.audience.Segments;
import io.shuke.marketing.till.TillAlarms;
import io.shuke.member.balance.Refunds;
import io.shuke.member.ledger.Alert;
import io.shuke.member.ledger.Alerts;
import io.shuke.member.membership.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How many there are of each matter: of members by the one row each of them has, of troubles from whoever keeps them. */
@Component
class Counting {

    private static final Logger LOG = LoggerFactory.getLogger(Counting.class);
    private static final int EXAMPLES = 3;
    private static final int TROUBLES = 100;

    private final SuggestionMapper mapper;
    private final Segments segments;
    private final Alerts books;
    private final Refunds refunds;
    private final TillAlarms alarms;

    Counting(SuggestionMapper mapper, Segments segments, Alerts books, Refunds refunds, TillAlarms alarms) {
        this.mapper = mapper;
        this.segments = segments;
        this.books = books;
        this.refunds = refunds;
        this.alarms = alarms;
    }

    void count(Matter matter, LocalDate day, ZoneId zone, Instant now) {
        matter.people()
                .ifPresentOrElse(
                        people -> countPeople(matter, people, day, now),
                        () -> mapper.count(day, matter.name(), troubles(matter, day, zone), "", now));
    }

    private void countPeople(Matter matter, Condition people, LocalDate day, Instant now) {
        try {
            var many = segments.count(people);
            var few = many == 0 ? List.<MemberId>of() : segments.page(people, now, null, EXAMPLES);
            var examples = few.stream().map(MemberId::toString).collect(Collectors.joining(","));
            mapper.count(day, matter.name(), many, examples, now);
        } catch (AudienceRefusal tooSlow) {
            LOG.warn("{} takes too long to count: {}", matter, tooSlow.code());
        }
    }

    private long troubles(Matter matter, LocalDate day, ZoneId zone) {
        return switch (matter) {
            case BOOKS -> books.newest(TROUBLES).stream().filter(Alert::open).count();
            case REFUNDS -> refunds.waiting(TROUBLES).size();
            case TILLS -> {
                var since = day.minusDays(1).atStartOfDay(zone).toInstant();
                yield alarms.recent().stream()
                        .filter(alarm -> !alarm.at().isBefore(since))
                        .count();
            }
            case BIRTHDAY_3, COUPONS_END, LATE, COUPONS_UNUSED, POINTS_END, BIRTHDAY_7 -> 0;
        };
    }
}

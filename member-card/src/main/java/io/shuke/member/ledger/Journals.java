package io.shuke.member.ledger;

import io.shuke.member.ground.Ids;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Opens a journal for a transaction: now, in the shop's day. */
@Component
class Journals {

    private final Ids ids;
    private final Clock clock;
    private final Merchants merchants;

    Journals(Ids ids, Clock clock, Merchants merchants) {
        this.ids = ids;
        this.clock = clock;
        this.merchants = merchants;
    }

    Journal open() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Journal(now, LocalDate.ofInstant(now, merchants.current().zone()), ids::next);
    }
}

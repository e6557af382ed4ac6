package io.shuke.marketing.till;

import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** Outside its hours a key opens nothing. */
@Component
class TillHours {

    private final Merchants merchants;
    private final Clock clock;

    TillHours(Merchants merchants, Clock clock) {
        this.merchants = merchants;
        this.clock = clock;
    }

    /** @throws TillRefusal {@code till.closed} */
    void refuseClosed(TillKey key) {
        var now = LocalTime.ofInstant(clock.instant(), merchants.current().zone());
        if (!key.terms().hours().include(now)) {
            throw TillRefusal.closed();
        }
    }
}

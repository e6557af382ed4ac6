package io.shuke.console.till;

import io.shuke.console.door.ConsoleRefusal;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.till.OpeningHours;
import io.shuke.marketing.till.TillCaps;
import io.shuke.marketing.till.TillKey;
import io.shuke.marketing.till.TillKeyId;
import io.shuke.marketing.till.TillScope;
import io.shuke.marketing.till.TillSecret;
import io.shuke.marketing.till.TillTerms;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.merchant.Store;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A clerk's phone as a till of its own. Its number is the clerk's, so that caps, scans and redemptions are counted and
 * written down by the person; it signs nothing, for the session has said who it is.
 */
@Component
class ClerkTill {

    private static final TillSecret NONE = new TillSecret("");

    private final Merchants merchants;
    private final Clock clock;

    ClerkTill(Merchants merchants, Clock clock) {
        this.merchants = merchants;
        this.clock = clock;
    }

    /** Those where the clerk may stand. */
    List<Store> stores(ConsoleUser clerk) {
        var all = merchants.stores();
        return clerk.everywhere()
                ? all
                : all.stream()
                        .filter(store -> clerk.stores().contains(store.id()))
                        .toList();
    }

    /** @throws ConsoleRefusal {@code console.other-store} */
    TillKey in(long store, ConsoleUser clerk) {
        if (stores(clerk).stream().noneMatch(own -> own.id() == store)) {
            throw ConsoleRefusal.otherStore();
        }
        var terms = new TillTerms(
                clerk.name(),
                store,
                Collections.unmodifiableSet(EnumSet.allOf(TillScope.class)),
                TillCaps.USUAL,
                OpeningHours.ALWAYS);
        return new TillKey(
                new TillKeyId(clerk.staff().value()), clerk.merchant(), terms, NONE, null, null, clock.instant(), null);
    }
}

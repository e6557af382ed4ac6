package io.shuke.console.till;

import io.shuke.marketing.till.OpeningHours;
import io.shuke.marketing.till.TillCaps;
import io.shuke.marketing.till.TillScope;
import io.shuke.marketing.till.TillTerms;
import io.shuke.member.ground.Ids;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebInputException;

/**
 * A key's terms, as the owner writes them; what is left out is as usual.
 *
 * @param opens by the shop's clock, {@code 08:00}; both or neither
 */
record TillTermsBody(
        @Nullable String name,
        @Nullable String storeId,
        @Nullable List<@Nullable TillScope> scopes,
        @Nullable CapsBody caps,
        @Nullable String opens,
        @Nullable String closes) {

    record CapsBody(
            @Nullable Long billFen,
            @Nullable Long hourFen,
            @Nullable Long dayFen,
            @Nullable Long billPoints,
            @Nullable Long hourPoints,
            @Nullable Long dayPoints) {

        static CapsBody of(TillCaps caps) {
            return new CapsBody(
                    caps.billFen(),
                    caps.hourFen(),
                    caps.dayFen(),
                    caps.billPoints(),
                    caps.hourPoints(),
                    caps.dayPoints());
        }

        TillCaps toDomain() {
            var usual = TillCaps.USUAL;
            return new TillCaps(
                    Objects.requireNonNullElse(billFen, usual.billFen()),
                    Objects.requireNonNullElse(hourFen, usual.hourFen()),
                    Objects.requireNonNullElse(dayFen, usual.dayFen()),
                    Objects.requireNonNullElse(billPoints, usual.billPoints()),
                    Objects.requireNonNullElse(hourPoints, usual.hourPoints()),
                    Objects.requireNonNullElse(dayPoints, usual.dayPoints()));
        }
    }

    static TillTermsBody of(TillTerms terms) {
        var always = terms.hours().equals(OpeningHours.ALWAYS);
        return new TillTermsBody(
                terms.name(),
                Long.toString(terms.store()),
                terms.scopes().stream().sorted().toList(),
                CapsBody.of(terms.caps()),
                always ? null : terms.hours().opens().toString(),
                always ? null : terms.hours().closes().toString());
    }

    TillTerms toDomain() {
        var store = Ids.read(storeId);
        if (name == null || store.isEmpty()) {
            throw new ServerWebInputException("a key has a name and a store");
        }
        return new TillTerms(
                name.strip(),
                store.getAsLong(),
                allowed(),
                caps == null ? TillCaps.USUAL : caps.toDomain(),
                OpeningHours.of(time(opens), time(closes)));
    }

    private Set<TillScope> allowed() {
        return scopes == null
                ? Set.of(TillScope.SCAN, TillScope.SETTLE)
                : scopes.stream().flatMap(Stream::ofNullable).collect(Collectors.toSet());
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        try {
            return text == null ? null : LocalTime.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new ServerWebInputException("a time is written 08:00");
        }
    }
}

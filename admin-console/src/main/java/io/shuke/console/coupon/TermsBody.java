package io.shuke.console.coupon;

import io.shuke.marketing.coupon.Goods;
import io.shuke.marketing.coupon.Hours;
import io.shuke.marketing.coupon.SalesChannel;
import io.shuke.marketing.coupon.Stacking;
import io.shuke.marketing.coupon.Terms;
import io.shuke.marketing.coupon.Validity;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebInputException;

/**
 * When and where a coupon may be used. What is left out restricts nothing; a validity there must be: either both days, or
 * so many days after it was issued.
 */
record TermsBody(
        @Nullable Long thresholdFen,
        @Nullable List<@Nullable String> skus,
        @Nullable List<@Nullable String> categories,
        @Nullable List<@Nullable String> stores,
        @Nullable List<@Nullable SalesChannel> channels,
        @Nullable Integer fromLevel,
        @Nullable List<@Nullable DayOfWeek> days,
        @Nullable LocalTime hourFrom,
        @Nullable LocalTime hourUntil,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable Integer afterDays,
        @Nullable Integer validDays,
        @Nullable String group,
        @Nullable Boolean alone,
        @Nullable Boolean withLevel) {

    static TermsBody of(Terms terms) {
        var fixed = terms.validity() instanceof Validity.Fixed days ? days : null;
        var relative = terms.validity() instanceof Validity.Relative counted ? counted : null;
        return new TermsBody(
                terms.thresholdFen(),
                List.copyOf(terms.goods().skus()),
                List.copyOf(terms.goods().categories()),
                terms.stores().stream().map(Object::toString).toList(),
                List.copyOf(terms.channels()),
                terms.fromLevel(),
                List.copyOf(terms.hours().days()),
                terms.hours().from(),
                terms.hours().until(),
                fixed == null ? null : fixed.first(),
                fixed == null ? null : fixed.last(),
                relative == null ? null : relative.afterDays(),
                relative == null ? null : relative.days(),
                terms.stacking().group(),
                terms.stacking().alone(),
                terms.stacking().withLevel());
    }

    Terms toDomain() {
        return new Terms(
                thresholdFen == null ? 0 : thresholdFen,
                new Goods(set(skus), set(categories)),
                set(stores).stream().map(TermsBody::id).collect(Collectors.toSet()),
                set(channels),
                fromLevel == null ? 1 : fromLevel,
                new Hours(set(days), hourFrom, hourUntil),
                validity(),
                new Stacking(
                        group == null ? Stacking.USUAL : group,
                        Boolean.TRUE.equals(alone),
                        !Boolean.FALSE.equals(withLevel)));
    }

    private Validity validity() {
        if (firstDay != null && lastDay != null && validDays == null && afterDays == null) {
            return new Validity.Fixed(firstDay, lastDay);
        }
        if (validDays != null && firstDay == null && lastDay == null) {
            return new Validity.Relative(afterDays == null ? 0 : afterDays, validDays);
        }
        throw new ServerWebInputException("a validity is two days or a number of days");
    }

    private static <T> Set<T> set(@Nullable List<@Nullable T> values) {
        if (values == null) {
            return Set.of();
        }
        if (values.stream().anyMatch(Objects::isNull)) {
            throw new ServerWebInputException("null is no value");
        }
        return values.stream().map(Objects::requireNonNull).collect(Collectors.toSet());
    }

    static long id(String text) {
        try {
            var id = Long.parseLong(text);
            if (id > 0) {
                return id;
            }
        } catch (NumberFormatException malformed) {
            // Said below, for both.
        }
        throw new ServerWebInputException("an id");
    }
}

package io.shuke.marketing.coupon;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

record OfferRow(
        long id,
        String title,
        String kind,
        long fen,
        int percent,
        int pairs,
        String sku,
        String item,
        long thresholdFen,
        String skus,
        String categories,
        String stores,
        String channels,
        int fromLevel,
        String weekDays,
        @Nullable LocalTime hourFrom,
        @Nullable LocalTime hourUntil,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable Integer afterDays,
        @Nullable Integer validDays,
        String stackGroup,
        boolean alone,
        boolean withLevel,
        String ways,
        @Nullable Instant claimFrom,
        @Nullable Instant claimUntil,
        int perMember,
        long pricePoints,
        @Nullable String word,
        String madeBy,
        Instant madeAt) {

    private record Columns(long fen, int percent, int pairs, String sku, String item) {}

    static OfferRow of(Offer offer, String by, Instant at) {
        var benefit = columns(offer.benefit());
        var terms = offer.terms();
        var giving = offer.giving();
        var fixed = terms.validity() instanceof Validity.Fixed days ? days : null;
        var relative = terms.validity() instanceof Validity.Relative counted ? counted : null;
        return new OfferRow(
                offer.id(),
                offer.title(),
                offer.benefit().kind().name(),
                benefit.fen(),
                benefit.percent(),
                benefit.pairs(),
                benefit.sku(),
                benefit.item(),
                terms.thresholdFen(),
                joined(terms.goods().skus()),
                joined(terms.goods().categories()),
                joined(terms.stores()),
                joined(terms.channels()),
                terms.fromLevel(),
                joined(terms.hours().days()),
                terms.hours().from(),
                terms.hours().until(),
                fixed == null ? null : fixed.first(),
                fixed == null ? null : fixed.last(),
                relative == null ? null : relative.afterDays(),
                relative == null ? null : relative.days(),
                terms.stacking().group(),
                terms.stacking().alone(),
                terms.stacking().withLevel(),
                joined(giving.ways()),
                giving.from(),
                giving.until(),
                giving.perMember(),
                giving.pricePoints(),
                giving.word(),
                by,
                at);
    }

    private static Columns columns(Benefit benefit) {
        if (benefit instanceof Benefit.Exchange one) {
            return new Columns(0, 0, 0, one.sku(), one.name());
        }
        if (benefit instanceof Benefit.Gift one) {
            return new Columns(0, 0, 0, one.sku(), one.name());
        }
        if (benefit instanceof Benefit.SecondHalf one) {
            return new Columns(0, one.payPercent(), one.pairs(), "", "");
        }
        if (benefit instanceof Benefit.Discounted one) {
            return new Columns(one.capFen(), one.payPercent(), 0, "", "");
        }
        if (benefit instanceof Benefit.FullReduction one) {
            return new Columns(one.offFen(), 0, 0, "", "");
        }
        if (benefit instanceof Benefit.Voucher one) {
            return new Columns(one.worthFen(), 0, 0, "", "");
        }
        if (benefit instanceof Benefit.FreeShipping one) {
            return new Columns(one.capFen(), 0, 0, "", "");
        }
        throw new IllegalStateException("no such benefit: " + benefit.kind());
    }

    Offer toDomain() {
        var hours = new Hours(set(weekDays, DayOfWeek::valueOf), hourFrom, hourUntil);
        var terms = new Terms(
                thresholdFen,
                new Goods(set(skus, Function.identity()), set(categories, Function.identity())),
                set(stores, Long::valueOf),
                set(channels, SalesChannel::valueOf),
                fromLevel,
                hours,
                validity(),
                new Stacking(stackGroup, alone, withLevel));
        var giving = new Giving(set(ways, Way::valueOf), claimFrom, claimUntil, perMember, pricePoints, word);
        return new Offer(id, title, benefit(), terms, giving);
    }

    private Validity validity() {
        if (firstDay != null && lastDay != null) {
            return new Validity.Fixed(firstDay, lastDay);
        }
        if (afterDays != null && validDays != null) {
            return new Validity.Relative(afterDays, validDays);
        }
        throw new IllegalStateException("offer " + id + " has no validity");
    }

    private Benefit benefit() {
        return switch (Benefit.Kind.valueOf(kind)) {
            case EXCHANGE -> new Benefit.Exchange(sku, item);
            case GIFT -> new Benefit.Gift(sku, item);
            case SECOND_HALF -> new Benefit.SecondHalf(percent, pairs);
            case DISCOUNT -> new Benefit.Discounted(percent, fen);
            case FULL_REDUCTION -> new Benefit.FullReduction(fen);
            case VOUCHER -> new Benefit.Voucher(fen);
            case SHIPPING -> new Benefit.FreeShipping(fen);
        };
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
    }

    private static <T> Set<T> set(String joined, Function<String, T> one) {
        return joined.isEmpty()
                ? Set.of()
                : Arrays.stream(joined.split(",")).map(one).collect(Collectors.toUnmodifiableSet());
    }
}

package io.shuke.marketing.coupon;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How long a coupon is good (有效期), in whole days of the shop. */
public sealed interface Validity {

    /** From the beginning of {@code from} until {@code until}, exclusive. */
    record Span(Instant from, Instant until) {}

    Span of(Instant issued, ZoneId zone);

    String words();

    private static Span span(LocalDate first, LocalDate last, ZoneId zone) {
        return new Span(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The same days for everybody. */
    record Fixed(LocalDate first, LocalDate last) implements Validity {

        public Fixed {
            OfferRefusal.refuseUnless(!last.isBefore(first), "有效期的最后一天不能早于第一天");
            OfferRefusal.refuseUnless(first.getYear() >= 2000 && last.getYear() <= 2099, "有效期在 2000 到 2099 年之间");
        }

        @Override
        public Span of(Instant issued, ZoneId zone) {
            return span(first, last, zone);
        }

        @Override
        public String words() {
            return first + " 至 " + last + " 有效";
        }
    }

    /**
     * Counted from the day it was issued.
     *
     * @param afterDays 0 is good at once, and then to the second; 1 from the next day on
     * @param days 1 is that day only
     */
    record Relative(int afterDays, int days) implements Validity {

        public Relative {
            OfferRefusal.refuseUnless(afterDays >= 0 && afterDays <= 365, "生效等待在 0 到 365 天之间");
            OfferRefusal.refuseUnless(days >= 1 && days <= 3650, "有效期在 1 到 3650 天之间");
        }

        @Override
        public Span of(Instant issued, ZoneId zone) {
            var first = LocalDate.ofInstant(issued, zone).plusDays(afterDays);
            var whole = span(first, first.plusDays(days - 1L), zone);
            return afterDays == 0 ? new Span(issued, whole.until()) : whole;
        }

        @Override
        public String words() {
            return (afterDays == 0 ? "领取后" : "领取 " + afterDays + " 天后生效，") + " " + days + " 天内有效";
        }
    }
}

package io.shuke.marketing.push;

import io.shuke.marketing.coupon.Coupon;
import io.shuke.marketing.coupon.Coupons;
import io.shuke.member.ledger.Expiring;
import io.shuke.member.ledger.SoonExpiring;
import io.shuke.member.membership.MemberId;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.points.PointsLedger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells of what ends soon, every day. Begun again, or done by two at once, it tells nobody twice: a member hears of his
 * points once for each month in which some end, and of his coupons once for each last day.
 */
@Service
public class Reminders {

    private static final int PAGE = 200;

    private final Notices notices;
    private final PointsLedger points;
    private final Coupons coupons;
    private final Merchants merchants;
    private final TransactionOperations each;

    Reminders(Notices notices, PointsLedger points, Coupons coupons, Merchants merchants, TransactionOperations each) {
        this.notices = notices;
        this.points = points;
        this.coupons = coupons;
        this.merchants = merchants;
        this.each = each;
    }

    /** @return how many lots and coupons it looked at */
    public int run(LocalDate day) {
        return notices.wanted(Occasion.POINTS_EXPIRING)
                        .map(terms -> points(day, day.plusDays(terms.days())))
                        .orElse(0)
                + notices.wanted(Occasion.COUPON_EXPIRING)
                        .map(terms -> coupons(day, day.plusDays(terms.days())))
                        .orElse(0);
    }

    private int points(LocalDate day, LocalDate until) {
        var place = SoonExpiring.Place.from(day);
        int seen = 0;
        while (true) {
            var page = points.soonExpiring(until, place, PAGE);
            if (page.members().isEmpty()) {
                return seen;
            }
            each.executeWithoutResult(
                    status -> new LinkedHashSet<>(page.members()).forEach(member -> points(member, day, until)));
            seen += page.members().size();
            place = page.next();
        }
    }

    /** All that ends in the month is told together, some days before the first of it. */
    private void points(MemberId member, LocalDate day, LocalDate until) {
        var month = YearMonth.from(until);
        var ending = points.expiring(member, month.atEndOfMonth()).stream()
                .filter(one -> !one.on().isBefore(day))
                .collect(Collectors.groupingBy(one -> YearMonth.from(one.on())));
        ending.forEach((in, lots) -> tell(member, in, lots, until));
    }

    private void tell(MemberId member, YearMonth month, List<Expiring> lots, LocalDate until) {
        var first = lots.get(0).on();
        if (!first.isAfter(until)) {
            notices.tell(
                    Occasion.POINTS_EXPIRING,
                    member,
                    "points-expiring:" + member + ":" + month,
                    Map.of(
                            "{到期积分}",
                            Long.toString(
                                    lots.stream().mapToLong(Expiring::amount).sum()),
                            "{到期日}",
                            Notices.day(first)));
        }
    }

    private int coupons(LocalDate day, LocalDate until) {
        var zone = merchants.current().zone();
        var from = day.atStartOfDay(zone).toInstant();
        var end = until.plusDays(1).atStartOfDay(zone).toInstant().plusNanos(1000);
        long after = 0;
        int seen = 0;
        while (true) {
            var page = coupons.expiring(from, end, after, PAGE);
            if (page.isEmpty()) {
                return seen;
            }
            each.executeWithoutResult(status -> page.forEach(coupon -> tell(coupon, zone)));
            seen += page.size();
            after = page.get(page.size() - 1).id();
        }
    }

    private void tell(Coupon coupon, ZoneId zone) {
        var last = lastDay(coupon, zone);
        var many = coupons.ending(
                coupon.member(),
                last.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
        if (many > 0) {
            notices.tell(
                    Occasion.COUPON_EXPIRING,
                    coupon.member(),
                    "coupon-expiring:" + coupon.member() + ":" + last,
                    Map.of("{券名}", coupon.offer().title(), "{张数}", Integer.toString(many), "{到期日}", Notices.day(last)));
        }
    }

    /** It ends when that day is over, or in the middle of it. */
    private static LocalDate lastDay(Coupon coupon, ZoneId zone) {
        return coupon.until().minusNanos(1000).atZone(zone).toLocalDate();
    }
}

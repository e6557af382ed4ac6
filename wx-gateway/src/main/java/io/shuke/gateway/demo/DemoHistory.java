package io.shuke.gateway.demo;

import io.shuke.marketing.checkin.CheckIns;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.membership.Consents;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Joining;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.membership.Phone;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes a year of the demo shop through the same facades that serve its customers, day by day, on a clock that shows that
 * day. Everything follows from the seed and the date, and everything has its reference, so a load that was cut off is
 * simply begun again.
 */
final class DemoHistory {

    /** Committing is the slow part of writing a year; nobody needs this one day by day. */
    private static final int DAYS_A_TRANSACTION = 30;

    private static final long SEED = 20_261_122L;

    private final int days;
    private final DemoClock clock;
    private final TransactionOperations together;
    private final Members members;
    private final Consents consents;
    private final CheckIns checkIns;
    private final Ledger ledger;
    private final DemoPay pay;
    private final DemoBills till;

    private final Map<Guest, MemberId> joined = new HashMap<>();

    DemoHistory(
            DemoClock clock,
            TransactionOperations together,
            Members members,
            Consents consents,
            CheckIns checkIns,
            Ledger ledger,
            DemoPay pay,
            DemoBills till,
            @Value("${shuke.demo.days:365}") int days) {
        this.days = days;
        this.clock = clock;
        this.together = together;
        this.members = members;
        this.consents = consents;
        this.checkIns = checkIns;
        this.ledger = ledger;
        this.pay = pay;
        this.till = till;
    }

    /** @param account the account through which these guests came */
    void write(LocalDate today, ZoneId zone, String account) {
        var year = today.minusDays(days);
        var guests = IntStream.range(0, Guest.GUESTS)
                .mapToObj(number -> Guest.of(number, year))
                .toList();
        pay.plan();
        clock.travelTo(year.atStartOfDay(zone).toInstant());
        try {
            together.executeWithoutResult(one -> till.open());
            for (var first = year; first.isBefore(today); first = first.plusDays(DAYS_A_TRANSACTION)) {
                var days = first.datesUntil(earlier(first.plusDays(DAYS_A_TRANSACTION), today));
                together.executeWithoutResult(one -> days.forEach(day -> write(day, zone, account, guests)));
            }
            together.executeWithoutResult(one -> till.count());
        } finally {
            clock.comeBack();
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private void write(LocalDate day, ZoneId zone, String account, List<Guest> guests) {
        var chance = new SplittableRandom(SEED ^ day.toEpochDay());
        clock.travelTo(day.atTime(LocalTime.of(7, 30)).atZone(zone).toInstant());
        for (var guest : guests) {
            if (guest.joins().equals(day)) {
                var member = join(guest, account);
                joined.put(guest, member);
                pay.perhapsCharge(guest, member);
            }
        }
        var taps = new ArrayList<MemberId>();
        var bills = new ArrayList<Movement>();
        for (var guest : guests) {
            var member = joined.get(guest);
            if (member != null) {
                if (chance.nextDouble() < guest.persona().tapsOn(day, guest.joins())) {
                    taps.add(member);
                }
                if (chance.nextDouble() < guest.persona().comesOn(day, guest.joins())) {
                    bills.add(till.eat(guest, member, day, zone, chance));
                }
            }
        }
        if (!taps.isEmpty()) {
            checkIns.checkIn(taps);
        }
        clock.travelTo(
                day.atTime(LocalTime.of(19, chance.nextInt(60))).atZone(zone).toInstant());
        ledger.post(bills);
        till.write(day);
        spendNowAndThen(day, chance);
    }

    private MemberId join(Guest guest, String account) {
        var phone = guest.number() % 3 == 0 ? new Phone("139%08d".formatted(7_000_000 + guest.number())) : null;
        var joining = new Joining(
                List.of(new Identity(account, "demo-guest-" + guest.number())),
                phone,
                consents.current().version(),
                "h5",
                guest.nickname(),
                null,
                guest.number() % 4 == 0 ? "store-2" : "store-1",
                null);
        return members.join(joining).member().id();
    }

    /** Somebody who has saved enough takes a bowl for it. */
    private void spendNowAndThen(LocalDate day, SplittableRandom chance) {
        var spends = new ArrayList<Movement>();
        for (var member : joined.values().stream()
                .sorted((a, b) -> Long.compare(a.value(), b.value()))
                .toList()) {
            if (chance.nextInt(40) == 0 && ledger.balance(member, Asset.POINTS) >= 200) {
                spends.add(Movement.spend(member, Asset.POINTS, 200, Reason.GIFT, new Reference("demo-gift:" + day))
                        .noting("兑换牛肉面一碗"));
            }
        }
        ledger.post(spends);
    }
}

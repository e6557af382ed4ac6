package io.shuke.marketing.checkin;

import static java.util.Objects.requireNonNull;

import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checking in: once per local day of the shop, with points at once and rewards for days in a row. */
@Service
public class CheckIns {

    /** How far back a missed day can be made up. */
    static final int MAKE_UP_DAYS = 30;

    private final CheckInMapper mapper;
    private final CheckInBook book;
    private final RewardPlans plans;
    private final Ledger ledger;
    private final Members members;
    private final Merchants merchants;
    private final Clock clock;

    CheckIns(
            CheckInMapper mapper,
            CheckInBook book,
            RewardPlans plans,
            Ledger ledger,
            Members members,
            Merchants merchants,
            Clock clock) {
        this.mapper = mapper;
        this.book = book;
        this.plans = plans;
        this.ledger = ledger;
        this.members = members;
        this.merchants = merchants;
        this.clock = clock;
    }

    /** What every member sees alike: the shop's present day and the plan in force. */
    public record Outlook(LocalDate today, RewardPlan plan) {}

    public Outlook outlook() {
        return new Outlook(today(), plans.current());
    }

    private LocalDate today() {
        return now().today();
    }

    /**
     * One look at the clock, from which everything about a check-in follows: midnight may pass while it is written. It is
     * taken with the accounts in hand, so that of two taps of a member the later one never writes the earlier day.
     */
    record Moment(Instant at, LocalDate today, Instant dayEnds) {}

    private Moment now() {
        var zone = merchants.current().zone();
        var at = clock.instant();
        var today = LocalDate.ofInstant(at, zone);
        return new Moment(at, today, today.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** How many have been there on that day, made-up days among them. */
    public int count(LocalDate day) {
        return mapper.count(day);
    }

    /** Checks one member in; a second time that day it tells of the first. */
    @Transactional
    public CheckedIn checkIn(MemberId member) {
        return checkIn(List.of(member)).get(0);
    }

    /**
     * Checks many members in with one transaction and the same few statements; for a {@code Lane}. A member who taps twice
     * may be named twice.
     *
     * @return in the order of {@code taps}
     */
    @Transactional
    public List<CheckedIn> checkIn(List<MemberId> taps) {
        var plan = plans.current();
        var ids = taps.stream().map(MemberId::value).distinct().toList();
        ledger.lock(taps, Asset.POINTS);
        var now = now();
        var today = now.today();
        var known = new HashMap<Long, CheckInRow>();
        var streaks = new HashMap<Long, Streak>();
        ids.forEach(id -> streaks.put(id, Streak.startingOn(today)));
        // On a node whose clock is ahead the next day may have begun already: then it has begun for the member.
        for (var row : mapper.lately(ids, today.minusDays(1), today.plusDays(1))) {
            if (row.onDay().isBefore(today)) {
                streaks.put(row.memberId(), row.toStreak().continuedOn(today));
            } else {
                known.put(row.memberId(), row);
            }
        }
        streaks.keySet().removeAll(known.keySet());
        var fresh = new HashMap<Long, CheckIn>();
        book(taps(streaks, plan, today), plan, fresh, now.at());
        return answers(taps, known, fresh, now.dayEnds());
    }

    /** The taps to write, each with the steps that its streak reaches and that this round of the plan has not brought. */
    private List<Tap> taps(Map<Long, Streak> streaks, RewardPlan plan, LocalDate today) {
        var reaching = streaks.entrySet().stream()
                .filter(one -> !plan.reachedAt(one.getValue().length()).isEmpty())
                .toList();
        var granted = reaching.isEmpty()
                ? List.<GrantRow>of()
                : mapper.grantsSince(reaching.stream().map(Map.Entry::getKey).toList(), today.minusDays(plan.cycle()));
        return streaks.entrySet().stream()
                .map(one -> {
                    var streak = one.getValue();
                    var due = plan.reachedAt(streak.length()).stream()
                            .filter(step -> granted.stream()
                                    .noneMatch(grant -> grant.memberId() == one.getKey()
                                            && grant.rule().equals(step.rule())
                                            && !grant.onDay().isBefore(streak.roundStart(plan.cycle()))))
                            .toList();
                    return new Tap(new MemberId(one.getKey()), streak, due);
                })
                .toList();
    }

    private void book(List<Tap> taps, RewardPlan plan, Map<Long, CheckIn> fresh, Instant at) {
        if (taps.isEmpty()) {
            return;
        }
        var balances = new HashMap<MemberId, Long>();
        for (var entry :
                ledger.post(taps.stream().flatMap(tap -> tap.movements(plan)).toList())) {
            balances.put(entry.member(), entry.balance());
        }
        for (var tap : taps) {
            var after = balances.computeIfAbsent(tap.member(), member -> ledger.balance(member, Asset.POINTS));
            fresh.put(tap.member().value(), tap.toCheckIn(plan, after));
        }
        book.write(taps, plan, fresh, at);
    }

    private List<CheckedIn> answers(
            List<MemberId> taps, Map<Long, CheckInRow> known, Map<Long, CheckIn> fresh, Instant dayEnds) {
        var told = new HashSet<MemberId>();
        return taps.stream()
                .map(tap -> {
                    var checkIn = fresh.get(tap.value());
                    return checkIn == null
                            ? new CheckedIn(told(requireNonNull(known.get(tap.value()))), false, dayEnds)
                            : new CheckedIn(checkIn, told.add(tap), dayEnds);
                })
                .toList();
    }

    /** A check-in of earlier that day, told in the same words. */
    private CheckIn told(CheckInRow row) {
        var rewards = new ArrayList<Reward>();
        if (row.points() > 0) {
            rewards.add(Reward.ofPoints((int) row.points()));
        }
        mapper.grantsBetween(row.memberId(), row.onDay(), row.onDay()).forEach(grant -> rewards.add(grant.toReward()));
        return new CheckIn(row.onDay(), row.streak(), rewards, row.pointsAfter());
    }

    /** A month as the member sees it. */
    public CheckInMonth month(MemberId member, YearMonth month) {
        var today = today();
        var plan = plans.current();
        var rows = mapper.between(member.value(), month.atDay(1), month.atEndOfMonth());
        var lately = mapper.lately(List.of(member.value()), today.minusDays(1), today);
        var newest = lately.stream().reduce((one, other) -> one.onDay().isAfter(other.onDay()) ? one : other);
        return new CheckInMonth(
                rows.stream().map(CheckInRow::onDay).toList(),
                rows.stream().filter(CheckInRow::madeUp).map(CheckInRow::onDay).toList(),
                today,
                newest.filter(row -> row.onDay().equals(today)).isPresent(),
                newest.map(row -> row.toStreak().on(today)).orElse(0),
                makeUpsLeft(member, month, plan),
                plan);
    }

    /** The days since {@code first} that count for the member, oldest first. */
    public List<CheckInDay> daysSince(MemberId member, LocalDate first) {
        return mapper.between(member.value(), first, today()).stream()
                .map(row -> new CheckInDay(row.onDay(), row.madeUp()))
                .toList();
    }

    /** How many coupons check-ins have brought the member. */
    public int coupons(MemberId member) {
        return mapper.grantsOf(member.value(), Reward.Kind.COUPON.name());
    }

    /**
     * Makes up a missed day for points. The day itself brings nothing; it mends the streak, and what the mended streak
     * reaches is brought by the check-ins that follow.
     *
     * @throws CheckInRefusal when the day is not a missed one, is too long ago, or its month's make-ups are used up
     */
    @Transactional
    public CheckIn makeUp(MemberId member, LocalDate day) {
        var plan = plans.current();
        ledger.lock(List.of(member), Asset.POINTS);
        var now = now();
        var today = now.today();
        refuseImpossible(member, day, today);
        var balance = plan.makeUpCost() == 0
                ? ledger.balance(member, Asset.POINTS)
                : ledger.post(Movement.spend(
                                member,
                                Asset.POINTS,
                                plan.makeUpCost(),
                                Reason.MAKE_UP,
                                new Reference("make-up:" + day)))
                        .balance();
        var around = mapper.between(member.value(), day.minusDays(1), today.plusDays(1));
        if (around.stream().anyMatch(row -> row.onDay().equals(day))) {
            throw CheckInRefusal.makeUpDone();
        }
        if (makeUpsLeft(member, YearMonth.from(day), plan) == 0) {
            throw CheckInRefusal.makeUpUsedUp(plan.makeUpsAMonth());
        }
        var streak = around.isEmpty() || !around.get(0).onDay().isBefore(day)
                ? Streak.startingOn(day)
                : around.get(0).toStreak().continuedOn(day);
        book.writeMakeUp(member, streak, balance, now.at());
        var mended = mend(member, streak, around);
        return new CheckIn(day, mended.on(today), List.of(), balance);
    }

    /** The days that follow without a gap now belong to a longer run. */
    private Streak mend(MemberId member, Streak madeUp, List<CheckInRow> around) {
        var streak = madeUp;
        for (var row : around) {
            if (row.onDay().equals(streak.last().plusDays(1))) {
                streak = streak.continuedOn(row.onDay());
                mapper.lengthen(member.value(), streak.last(), streak.length());
            }
        }
        return streak;
    }

    private void refuseImpossible(MemberId member, LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            throw CheckInRefusal.makeUpToday();
        }
        if (day.isAfter(today)) {
            throw CheckInRefusal.makeUpFuture();
        }
        if (day.isBefore(today.minusDays(MAKE_UP_DAYS))) {
            throw CheckInRefusal.makeUpTooOld(MAKE_UP_DAYS);
        }
        var zone = merchants.current().zone();
        if (day.isBefore(LocalDate.ofInstant(members.member(member).joinedAt(), zone))) {
            throw CheckInRefusal.makeUpBeforeJoining();
        }
    }

    private int makeUpsLeft(MemberId member, YearMonth month, RewardPlan plan) {
        return plan.makeUpsLeft(mapper.madeUp(member.value(), month.atDay(1), month.atEndOfMonth()));
    }
}

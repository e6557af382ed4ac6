package io.shuke.member.points;

import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.level.Ladder;
import io.shuke.member.level.Levels;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.membership.MembershipRefusal;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.purchase.Bill;
import io.shuke.member.purchase.Purchases;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tries rules on the last 90 days before they are saved: every bill in force is reckoned once more. */
@Service
public class TryOut {

    private static final Duration PAST = Duration.ofDays(90);
    private static final int BATCH = 1000;
    /** A shop that sells more in 90 days sees the first of them, and is told so. */
    private static final int MOST_BILLS = 300_000;

    /**
     * @param bills looked at
     * @param complete whether that were all
     * @param given what they gave in fact
     * @param wouldGive what the rules would have given
     * @param costFen what the difference is worth at the rules' own offset, negative when the shop saves
     * @param liabilityFen what all of {@code wouldGive} is worth, should every point be spent
     * @param outstanding all points that members hold today, earned when and however
     * @param outstandingFen what they are worth at the rules' own offset
     */
    public record Result(
            long bills,
            boolean complete,
            long given,
            long wouldGive,
            long costFen,
            long liabilityFen,
            long membersGaining,
            long membersLosing,
            long outstanding,
            long outstandingFen) {}

    private static final class Member {
        private @Nullable LocalDate birthday;
        private @Nullable LocalDate day;
        private long earnedToday;
        private long difference;
    }

    private final Purchases purchases;
    private final Levels levels;
    private final Ledger ledger;
    private final Members members;
    private final Merchants merchants;
    private final Clock clock;

    TryOut(Purchases purchases, Levels levels, Ledger ledger, Members members, Merchants merchants, Clock clock) {
        this.purchases = purchases;
        this.ledger = ledger;
        this.levels = levels;
        this.members = members;
        this.merchants = merchants;
        this.clock = clock;
    }

    /** Boosts after a rise are left out: who would have had one when is not known any more. */
    public Result of(PointsRules.Rules rules) {
        var zone = merchants.current().zone();
        var ladder = levels.ladder();
        var seen = new HashMap<MemberId, Member>();
        long bills = 0;
        long given = 0;
        long would = 0;
        @Nullable Bill last = null;
        var from = clock.instant().minus(PAST);
        for (var batch = purchases.since(from, null, BATCH);
                !batch.isEmpty() && bills < MOST_BILLS;
                batch = purchases.since(from, last, BATCH)) {
            for (var bill : batch) {
                bills++;
                given += bill.points();
                would += earn(bill, rules.earning(), ladder, seen, zone);
            }
            last = batch.get(batch.size() - 1);
        }
        return result(rules, bills, given, would, seen);
    }

    private long earn(Bill bill, EarningRules rules, Ladder ladder, Map<MemberId, Member> seen, ZoneId zone) {
        var day = LocalDate.ofInstant(bill.at(), zone);
        var id = Objects.requireNonNull(bill.member());
        var member = seen.computeIfAbsent(id, any -> known(id, rules));
        if (!day.equals(member.day)) {
            member.day = day;
            member.earnedToday = 0;
        }
        var step = Math.max(1, bill.step());
        var percent = ladder.rung(step).benefits().pointsPercent();
        var facts = new MemberFacts(step, percent, false, 100, member.birthday, member.earnedToday);
        var points = rules.earn(bill, facts, day).points();
        member.earnedToday += points;
        member.difference += points - bill.points();
        return points;
    }

    private Member known(MemberId id, EarningRules rules) {
        var member = new Member();
        if (rules.lookAtBirthdays()) {
            try {
                member.birthday = members.member(id).birthday();
            } catch (MembershipRefusal gone) {
                member.birthday = null;
            }
        }
        return member;
    }

    private Result result(PointsRules.Rules rules, long bills, long given, long would, Map<MemberId, Member> seen) {
        var offset = rules.offset();
        var difference = would - given;
        var outstanding = ledger.outstanding(Asset.POINTS);
        var cost = offset.worthFen(Math.abs(difference));
        return new Result(
                bills,
                bills < MOST_BILLS,
                given,
                would,
                difference < 0 ? -cost : cost,
                offset.worthFen(would),
                seen.values().stream().filter(member -> member.difference > 0).count(),
                seen.values().stream().filter(member -> member.difference < 0).count(),
                outstanding,
                offset.worthFen(outstanding));
    }
}

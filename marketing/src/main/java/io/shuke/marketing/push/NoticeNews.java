package io.shuke.marketing.push;

import io.shuke.marketing.stamp.StampRewardEarned;
import io.shuke.member.balance.BalanceChanged;
import io.shuke.member.balance.BalanceLow;
import io.shuke.member.ground.Fen;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Entry;
import io.shuke.member.ledger.Moved;
import io.shuke.member.ledger.Reason;
import io.shuke.member.level.Level;
import io.shuke.member.level.LevelAtRisk;
import io.shuke.member.level.LevelLowered;
import io.shuke.member.level.LevelRaised;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MemberJoined;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes notices of facts, in the facts' own transactions. */
@Component
class NoticeNews {

    /** What the member looks at while he does it, what is told of otherwise, and what nobody did. */
    private static final Set<Reason> SILENT = EnumSet.of(
            Reason.CHECK_IN,
            Reason.STREAK,
            Reason.MAKE_UP,
            Reason.WELCOME,
            Reason.OPENING,
            Reason.EXPIRY,
            Reason.MERGE,
            Reason.LEAVING);

    private final Notices notices;
    private final Merchants merchants;
    private final Clock clock;

    NoticeNews(Notices notices, Merchants merchants, Clock clock) {
        this.notices = notices;
        this.merchants = merchants;
        this.clock = clock;
    }

    @EventListener
    void on(MemberJoined joined) {
        notices.tell(Occasion.JOINED, joined.member(), "joined:" + joined.member(), Map.of());
    }

    /** A bill, its refund and another bill are one rise a day. */
    @EventListener
    void on(LevelRaised raised) {
        notices.tell(
                Occasion.LEVEL_UP,
                raised.member(),
                "level-up:" + raised.member() + ":" + raised.to().step() + ":" + today(),
                steps(raised.from(), raised.to()));
    }

    @EventListener
    void on(LevelLowered lowered) {
        notices.tell(
                Occasion.LEVEL_DOWN,
                lowered.member(),
                "level-down:" + lowered.member() + ":" + lowered.to().step() + ":" + today(),
                steps(lowered.from(), lowered.to()));
    }

    private static Map<String, String> steps(Level from, Level to) {
        return Map.of("{原等级}", from.name(), "{等级}", to.name());
    }

    @EventListener
    void on(LevelAtRisk risk) {
        notices.tell(
                Occasion.LEVEL_AT_RISK,
                risk.member(),
                "level-at-risk:" + risk.member() + ":" + YearMonth.from(today()),
                Map.of(
                        "{等级}",
                        risk.level().name(),
                        "{差多少}",
                        risk.text(),
                        "{剩余月数}",
                        Integer.toString(risk.monthsLeft())));
    }

    /** What one bill gives and takes is one change. */
    @EventListener
    void on(Moved moved) {
        if (notices.wanted(Occasion.POINTS_CHANGED).isEmpty()) {
            return;
        }
        moved.entries().stream()
                .filter(entry -> entry.asset().equals(Asset.POINTS) && !SILENT.contains(entry.reason()))
                .collect(Collectors.groupingBy(Entry::member, LinkedHashMap::new, Collectors.toList()))
                .forEach(this::pointsChanged);
    }

    private void pointsChanged(MemberId member, List<Entry> entries) {
        var change = entries.stream().mapToLong(Entry::change).sum();
        if (change == 0) {
            return;
        }
        var first = entries.get(0);
        notices.tell(
                Occasion.POINTS_CHANGED,
                member,
                "points:" + first.id(),
                Map.of(
                        "{变动}",
                        (change > 0 ? "+" : "") + change,
                        "{原因}",
                        first.note() == null ? first.reason().label() : first.note(),
                        "{余额}",
                        Long.toString(entries.get(entries.size() - 1).balance())));
    }

    @EventListener
    void on(BalanceChanged changed) {
        var change = changed.change().value();
        notices.tell(
                Occasion.BALANCE_CHANGED,
                changed.member(),
                "balance:" + changed.entry(),
                Map.of(
                        "{变动}",
                        (change > 0 ? "+" : "") + Asset.PRINCIPAL.words(change),
                        "{金额}",
                        Asset.PRINCIPAL.words(Math.abs(change)),
                        "{原因}",
                        changed.why(),
                        "{余额}",
                        yuan(changed.left().available())));
    }

    @EventListener
    void on(BalanceLow low) {
        notices.tell(
                Occasion.BALANCE_LOW,
                low.member(),
                "balance-low:" + low.member() + ":" + today(),
                Map.of("{余额}", yuan(low.left().available())));
    }

    private static String yuan(Fen amount) {
        return Asset.PRINCIPAL.words(amount.value());
    }

    @EventListener
    void on(StampRewardEarned earned) {
        notices.tell(
                Occasion.STAMP_REWARD,
                earned.member(),
                "stamp-reward:" + earned.reward(),
                Map.of("{集章卡}", earned.card(), "{奖励}", earned.text()));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(merchants.current().zone()));
    }
}

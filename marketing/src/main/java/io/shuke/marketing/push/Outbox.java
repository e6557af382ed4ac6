package io.shuke.marketing.push;

import static java.util.Objects.requireNonNull;

import io.shuke.marketing.coupon.Award;
import io.shuke.marketing.coupon.Awarded;
import io.shuke.marketing.coupon.Coupons;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.MemberId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is to be sent, for whoever sends: takes messages, sends them, settles them. Any number may do so at once; a message
 * is given to one of them, and never again once he may have sent it.
 */
@Service
public class Outbox {

    private static final int PUSHES = 32;
    /** Longer than any call may take: a message that nobody has settled by then was left by somebody who died. */
    private static final Duration LOST = Duration.ofSeconds(30);

    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private final PushMapper mapper;
    private final RecipientMapper recipients;
    private final RecipientPen pen;
    private final Knowledge knowledge;
    private final Freezing freezing;
    private final Variables variables;
    private final Credits credits;
    private final Coupons coupons;
    private final Answers answers;
    private final Ids ids;
    private final Clock clock;

    Outbox(
            PushMapper mapper,
            RecipientMapper recipients,
            RecipientPen pen,
            Knowledge knowledge,
            Freezing freezing,
            Variables variables,
            Credits credits,
            Coupons coupons,
            Answers answers,
            Ids ids,
            Clock clock) {
        this.mapper = mapper;
        this.recipients = recipients;
        this.pen = pen;
        this.knowledge = knowledge;
        this.freezing = freezing;
        this.variables = variables;
        this.credits = credits;
        this.coupons = coupons;
        this.answers = answers;
        this.ids = ids;
        this.clock = clock;
    }

    /** The merchants for whom something is to be done now; of all merchants. */
    public List<MerchantId> merchantsWithWork() {
        return mapper.merchantsWithWork(clock.instant()).stream()
                .map(MerchantId::new)
                .toList();
    }

    /** Goes on with a list that is being made. @return whether there may be more to do at once */
    public boolean prepare() {
        return freezing.advance();
    }

    /** What somebody had in hand who has died is unknown now. @return how many messages */
    @Transactional
    public int abandonLost() {
        var before = clock.instant().minus(LOST);
        return mapper.unfinished(clock.instant().minus(Duration.ofDays(1))).stream()
                .mapToInt(push -> recipients.abandon(push, before))
                .sum();
    }

    /** Takes messages for sending now; empty when there is nothing to do for a while. */
    @Transactional
    public Portion claim(int most) {
        var now = clock.instant();
        var closed = mapper.closed(now).stream()
                .collect(Collectors.toMap(PushMapper.LineRow::account, PushMapper.LineRow::closedUntil));
        var due = mapper.due(now, PUSHES).stream()
                .collect(
                        Collectors.toMap(PushMapper.PushRow::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        if (due.isEmpty()) {
            return Portion.NOTHING;
        }
        var legs = legs(due.keySet());
        due.values().removeIf(push -> waits(push, requireNonNull(legs.get(push.id())), closed, now));
        var rows = due.isEmpty() ? List.<PushMapper.WaitingRow>of() : mapper.take(List.copyOf(due.keySet()), now, most);
        if (rows.isEmpty()) {
            due.keySet().forEach(push -> rest(push, now));
            return Portion.NOTHING;
        }
        return new Portion(taken(rows, due, legs, closed), true);
    }

    /** @param more whether somebody should ask again at once */
    public record Portion(List<Claimed> messages, boolean more) {

        static final Portion NOTHING = new Portion(List.of(), false);
    }

    private Map<Long, List<Message>> legs(Collection<Long> pushes) {
        return mapper.legs(pushes).stream()
                .collect(Collectors.groupingBy(
                        PushMapper.LegRow::pushId, Collectors.mapping(LegText::message, Collectors.toList())));
    }

    /** Because it is night, or because none of its accounts takes anything. */
    private boolean waits(PushMapper.PushRow push, List<Message> legs, Map<String, Instant> closed, Instant now) {
        var until = Topic.valueOf(push.topic()).isMarketing() ? freezing.awake(now) : now;
        if (legs.stream().allMatch(leg -> closed.containsKey(leg.account()))) {
            var opens = legs.stream()
                    .map(leg -> requireNonNull(closed.get(leg.account())))
                    .min(Instant::compareTo)
                    .orElse(now);
            until = opens.isAfter(until) ? opens : until;
        }
        if (!until.isAfter(now)) {
            return false;
        }
        mapper.later(push.id(), until);
        return true;
    }

    private void rest(long push, Instant now) {
        if (mapper.done(push, now) == 0) {
            var next = mapper.nextDue(push);
            mapper.later(push, next == null ? now.plus(SHORTLY) : next);
        }
    }

    private List<Claimed> taken(
            List<PushMapper.WaitingRow> rows,
            Map<Long, PushMapper.PushRow> due,
            Map<Long, List<Message>> legs,
            Map<String, Instant> closed) {
        var now = clock.instant();
        var claim = ids.next();
        var used = rows.stream().map(PushMapper.WaitingRow::pushId).distinct().toList();
        var messages = used.stream()
                .flatMap(push -> requireNonNull(legs.get(push)).stream())
                .toList();
        var facts = knowledge.now(
                rows.stream().map(PushMapper.WaitingRow::memberId).collect(Collectors.toSet()), messages, now);
        var claimed = new ArrayList<Claimed>();
        var changes = new ArrayList<RecipientPen.Change>();
        for (var row : rows) {
            var push = requireNonNull(due.get(row.pushId()));
            var ways = requireNonNull(legs.get(row.pushId()));
            var known = requireNonNull(facts.get(row.memberId()));
            var choice = Screening.from(row.leg(), ways, Topic.valueOf(push.topic()), known, now);
            var message = ways.get(choice.leg());
            var address = message.way() == Way.SMS ? known.phone() : known.at(message.account());
            var opens = closed.get(message.account());
            if (choice.skip() != null || address == null) {
                changes.add(change(row, RecipientState.SKIPPED, choice, now, claim, null));
            } else if (opens != null) {
                changes.add(change(row, RecipientState.PENDING, choice, opens, claim, null));
            } else if (!gifted(push, row.memberId())) {
                changes.add(change(row, RecipientState.SKIPPED, noCoupon(choice), now, claim, null));
            } else {
                changes.add(change(row, RecipientState.SENDING, choice, now, claim, message.account()));
                var attempts = choice.leg() == row.leg() ? row.attempts() : 0;
                var filled = variables.fill(message, row.memberId());
                claimed.add(new Claimed(
                        row.pushId(), row.memberId(), claim, choice.leg(), ways.size(), attempts, filled, address));
            }
        }
        pen.claim(changes, now);
        spend(claimed);
        return claimed;
    }

    private static RecipientPen.Change change(
            PushMapper.WaitingRow row,
            RecipientState state,
            Screening.Choice choice,
            Instant due,
            long claim,
            @Nullable String account) {
        return new RecipientPen.Change(
                row.pushId(),
                row.memberId(),
                state,
                choice.leg(),
                choice.skip(),
                row.attempts(),
                due,
                claim,
                account,
                null);
    }

    private static Screening.Choice noCoupon(Screening.Choice choice) {
        return new Screening.Choice(choice.leg(), Skip.NO_COUPON);
    }

    /** The coupon comes first: who is told of it must have it. */
    private boolean gifted(PushMapper.PushRow push, long member) {
        if (push.offerId() == null) {
            return true;
        }
        var award = new Award(
                push.offerId(),
                new MemberId(member),
                io.shuke.marketing.coupon.Way.BULK,
                "push:" + push.id(),
                push.actor());
        return coupons.give(List.of(award)).get(0) instanceof Awarded.Given;
    }

    private void spend(List<Claimed> claimed) {
        claimed.stream()
                .filter(one -> one.message().way().needsCredit())
                .collect(Collectors.groupingBy(one -> Credits.Spot.of(one.message())))
                .values()
                .forEach(same -> credits.spend(
                        same.stream().map(Claimed::member).toList(), same.get(0).message()));
    }

    /** Writes down what became of messages that were taken, and decides what becomes of them now. */
    public void settle(List<Settled> settled) {
        answers.settle(settled);
    }

    /** The provider's last word on a message. @param status {@code success}, or why it failed */
    public void finished(String account, String messageId, String status, Instant at) {
        answers.finished(account, messageId, status, at);
    }
}

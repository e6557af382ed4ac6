package io.shuke.marketing.push;

import static java.util.Objects.requireNonNull;

import io.shuke.marketing.audience.SegmentId;
import io.shuke.marketing.audience.Segments;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the list of a push, a few hundred at a time: the lines and how far it has come are written together, so a list that
 * was cut off goes on with the next member.
 */
@Component
class Freezing {

    static final int AT_ONCE = 500;

    private final PushMapper mapper;
    private final RecipientPen pen;
    private final Knowledge knowledge;
    private final Members members;
    private final Segments segments;
    private final Merchants merchants;
    private final Clock clock;

    Freezing(
            PushMapper mapper,
            RecipientPen pen,
            Knowledge knowledge,
            Members members,
            Segments segments,
            Merchants merchants,
            Clock clock) {
        this.mapper = mapper;
        this.pen = pen;
        this.knowledge = knowledge;
        this.members = members;
        this.segments = segments;
        this.merchants = merchants;
        this.clock = clock;
    }

    /** @return whether there may be more to do at once */
    @Transactional
    public boolean advance() {
        var push = mapper.freezing(clock.instant());
        if (push == null) {
            return false;
        }
        var next = next(push);
        if (next.isEmpty()) {
            mapper.frozen(push.id());
            return true;
        }
        pen.list(listed(push, next));
        mapper.frozenUpTo(push.id(), next.get(next.size() - 1));
        return true;
    }

    private List<Long> next(PushMapper.PushRow push) {
        if (push.segmentId() != null) {
            return in(new SegmentId(push.segmentId()), push.madeAt(), push.lastMember());
        }
        return push.everybody()
                ? members.idsAfter(push.lastMember(), AT_ONCE)
                : mapper.named(push.id(), push.lastMember(), AT_ONCE);
    }

    private List<Long> in(SegmentId segment, Instant asOf, long after) {
        return segments.membersOf(segment, asOf, after == 0 ? null : new MemberId(after), AT_ONCE).stream()
                .map(MemberId::value)
                .toList();
    }

    private List<RecipientPen.Listed> listed(PushMapper.PushRow push, List<Long> next) {
        var now = clock.instant();
        var rules = rules();
        var topic = Topic.valueOf(push.topic());
        var legs =
                mapper.legs(List.of(push.id())).stream().map(LegText::message).toList();
        var facts = knowledge.whole(next, legs, rules, now);
        return next.stream()
                .map(member -> {
                    var choice = Screening.first(legs, topic, rules, requireNonNull(facts.get(member)), now);
                    var state = choice.skip() != null
                            ? RecipientState.SKIPPED
                            : Screening.heldOut(push.id(), member, push.holdOut())
                                    ? RecipientState.HELD_OUT
                                    : RecipientState.PENDING;
                    return new RecipientPen.Listed(push.id(), member, state, choice.leg(), choice.skip(), now);
                })
                .toList();
    }

    PushRules rules() {
        var row = mapper.rules();
        return row == null
                ? PushRules.usual()
                : new PushRules(
                        row.most(), row.days(), row.quietFrom(), row.quietUntil(), row.boughtDays(), row.holdOut());
    }

    /** What would become of the members after that one, without writing anything; adds to the counts. */
    long rehearse(NewPush push, long after, Map<Way, Long> ways, Map<Skip, Long> skips) {
        var now = clock.instant();
        var next = among(push.audience(), after, now);
        var rules = rules();
        var facts = knowledge.whole(new HashSet<>(next), push.messages(), rules, now);
        for (var member : next) {
            var choice = Screening.first(push.messages(), push.topic(), rules, requireNonNull(facts.get(member)), now);
            if (choice.skip() == null) {
                ways.merge(push.messages().get(choice.leg()).way(), 1L, Long::sum);
            } else {
                skips.merge(choice.skip(), 1L, Long::sum);
            }
        }
        return next.size() < AT_ONCE ? -1 : next.get(next.size() - 1);
    }

    private List<Long> among(Audience audience, long after, Instant now) {
        if (audience instanceof Audience.Chosen chosen) {
            return in(chosen.segment(), now, after);
        }
        return audience instanceof Audience.Named named
                ? named.members().stream()
                        .map(MemberId::value)
                        .filter(id -> id > after)
                        .sorted()
                        .limit(AT_ONCE)
                        .toList()
                : members.idsAfter(after, AT_ONCE);
    }

    Instant awake(Instant at) {
        return rules().awake(at, merchants.current().zone());
    }
}

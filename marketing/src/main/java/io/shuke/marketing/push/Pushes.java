package io.shuke.marketing.push;

import static java.util.Objects.requireNonNull;

import io.shuke.marketing.audience.SegmentId;
import io.shuke.marketing.audience.Segments;
import io.shuke.marketing.coupon.Offers;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Slice;
import io.shuke.member.membership.MemberId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Messages to many: wished for here, sent by way of the {@link Outbox}. */
@Service
public class Pushes {

    private static final int LARGEST_PAGE = 100;
    /** More than a small shop has; of more the figures are about the first. */
    private static final long REHEARSED = 50_000;

    private final PushMapper mapper;
    private final RecipientMapper recipients;
    private final Freezing freezing;
    private final MessageTemplates templates;
    private final Variables variables;
    private final Segments segments;
    private final Offers offers;
    private final Ids ids;
    private final Clock clock;

    Pushes(
            PushMapper mapper,
            RecipientMapper recipients,
            Freezing freezing,
            MessageTemplates templates,
            Variables variables,
            Segments segments,
            Offers offers,
            Ids ids,
            Clock clock) {
        this.mapper = mapper;
        this.recipients = recipients;
        this.freezing = freezing;
        this.templates = templates;
        this.variables = variables;
        this.segments = segments;
        this.offers = offers;
        this.ids = ids;
        this.clock = clock;
    }

    public PushRules rules() {
        return freezing.rules();
    }

    @Transactional
    public void change(PushRules rules) {
        mapper.setRules(new PushMapper.RulesRow(
                rules.most(),
                rules.days(),
                rules.quietFrom(),
                rules.quietUntil(),
                rules.boughtDays(),
                rules.holdOut()));
    }

    /** A draft, with all its messages as their providers want them. */
    @Transactional
    public Push create(NewPush asked) {
        asked.messages().forEach(templates::check);
        if (asked.audience() instanceof Audience.Chosen chosen) {
            segments.segment(chosen.segment());
        }
        if (asked.offer() != null) {
            offers.offer(asked.offer());
        }
        var row = new PushMapper.PushRow(
                ids.next(),
                "PUSH",
                null,
                asked.title(),
                asked.topic().name(),
                PushState.DRAFT.name(),
                asked.audience() instanceof Audience.Everybody,
                asked.audience() instanceof Audience.Chosen chosen
                        ? chosen.segment().value()
                        : null,
                asked.offer(),
                asked.holdOut() == null ? rules().holdOut() : asked.holdOut(),
                false,
                0,
                now(),
                null,
                asked.actor(),
                now(),
                null);
        write(row, asked.messages());
        if (asked.audience() instanceof Audience.Named people) {
            var named = new TreeSet<Long>();
            people.members().forEach(member -> named.add(member.value()));
            mapper.name(row.id(), named);
        }
        return push(row.id());
    }

    private void write(PushMapper.PushRow row, List<Message> messages) {
        mapper.insert(row);
        for (int leg = 0; leg < messages.size(); leg++) {
            mapper.insertLeg(LegText.row(row.id(), leg, messages.get(leg)));
        }
    }

    /** Whom it would reach; writes nothing. */
    public Reach reach(NewPush asked) {
        var ways = new EnumMap<Way, Long>(Way.class);
        var skips = new EnumMap<Skip, Long>(Skip.class);
        long after = 0;
        long people = 0;
        while (after >= 0 && people < REHEARSED) {
            after = freezing.rehearse(asked, after, ways, skips);
            people = sum(ways) + sum(skips);
        }
        return new Reach(people, Map.copyOf(ways), Map.copyOf(skips), after >= 0);
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** A message as that member would see it. */
    public Message preview(Message message, MemberId member) {
        templates.check(message);
        return variables.fill(message, member.value());
    }

    /** @param at not before; null is at once. Quiet hours hold besides */
    @Transactional
    public Push start(long id, @Nullable Instant at) {
        var row = held(id);
        allow(row, PushState.DRAFT);
        var when = at == null || at.isBefore(clock.instant()) ? now() : at.truncatedTo(ChronoUnit.MICROS);
        // The list is made when it is time: who joined meanwhile is on it, who left is not.
        mapper.setState(id, PushState.FREEZING.name(), null, when, null);
        return push(id);
    }

    @Transactional
    public Push pause(long id) {
        var row = held(id);
        allow(row, PushState.RUNNING, PushState.FREEZING);
        mapper.setState(id, PushState.PAUSED.name(), null, row.nextAt(), null);
        return push(id);
    }

    @Transactional
    public Push resume(long id) {
        var row = held(id);
        allow(row, PushState.PAUSED);
        var next = row.nextAt().isAfter(clock.instant()) ? row.nextAt() : now();
        var state = row.frozen() ? PushState.RUNNING : PushState.FREEZING;
        mapper.setState(id, state.name(), null, next, null);
        return push(id);
    }

    /** For good. What is in somebody's hands just now may still go out. */
    @Transactional
    public Push stop(long id) {
        var row = held(id);
        allow(row, PushState.DRAFT, PushState.RUNNING, PushState.FREEZING, PushState.PAUSED);
        mapper.setState(id, PushState.STOPPED.name(), null, now(), now());
        recipients.stop(id);
        return push(id);
    }

    private PushMapper.PushRow held(long id) {
        var row = mapper.held(id);
        if (row == null) {
            throw PushRefusal.unknown();
        }
        return row;
    }

    private static void allow(PushMapper.PushRow row, PushState... states) {
        var state = PushState.valueOf(row.state());
        if (!List.of(states).contains(state)) {
            throw PushRefusal.wrongState(state.label());
        }
    }

    public Push push(long id) {
        var row = mapper.one(id);
        if (row == null) {
            throw PushRefusal.unknown();
        }
        return shown(List.of(row)).get(0);
    }

    /** The newest first, without notices. */
    public Slice<Push> page(@Nullable String cursor, int size) {
        var limit = Math.max(1, Math.min(size, LARGEST_PAGE));
        try {
            var before = cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
            var page = Slice.of(mapper.page(before, limit + 1), limit, PushMapper.PushRow::id);
            return new Slice<>(shown(page.items()), page.next());
        } catch (NumberFormatException malformed) {
            throw PushRefusal.badCursor();
        }
    }

    private List<Push> shown(List<PushMapper.PushRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var legs = mapper.legs(rows.stream().map(PushMapper.PushRow::id).toList()).stream()
                .collect(Collectors.groupingBy(
                        PushMapper.LegRow::pushId, Collectors.mapping(LegText::message, Collectors.toList())));
        return rows.stream()
                .map(row -> new Push(
                        row.id(),
                        row.title(),
                        Topic.valueOf(row.topic()),
                        PushState.valueOf(row.state()),
                        requireNonNull(legs.get(row.id())),
                        row.everybody(),
                        row.segmentId() == null ? null : new SegmentId(row.segmentId()),
                        row.offerId(),
                        row.holdOut(),
                        row.nextAt(),
                        row.why(),
                        row.madeAt(),
                        row.endedAt()))
                .toList();
    }

    public Progress progress(long id) {
        var push = push(id);
        var counts = new EnumMap<RecipientState, Long>(RecipientState.class);
        var ways = new EnumMap<Way, Long>(Way.class);
        var reasons = new EnumMap<Skip, Long>(Skip.class);
        for (var row : mapper.counts(id)) {
            var state = RecipientState.valueOf(row.state());
            counts.merge(state, row.many(), Long::sum);
            if (state == RecipientState.SENT) {
                ways.merge(push.messages().get(row.leg()).way(), row.many(), Long::sum);
            }
            if (row.reason() != null) {
                reasons.merge(Skip.valueOf(row.reason()), row.many(), Long::sum);
            }
        }
        var closed = mapper.closed(clock.instant()).stream()
                .filter(line -> push.messages().stream()
                        .anyMatch(message -> message.account().equals(line.account())))
                .map(line -> new Progress.Closure(line.account(), line.closedUntil(), line.why()))
                .findFirst()
                .orElse(null);
        return new Progress(push.state(), push.why(), sum(counts), counts, ways, reasons, closed);
    }

    /** The member opened the message. @return the page that it leads to; empty when it leads nowhere */
    @Transactional
    public String opened(long push, MemberId member) {
        recipients.opened(push, member.value(), clock.instant());
        return mapper.legs(List.of(push)).stream()
                .map(PushMapper.LegRow::path)
                .filter(path -> path.startsWith("/h5"))
                .findFirst()
                .orElse("");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

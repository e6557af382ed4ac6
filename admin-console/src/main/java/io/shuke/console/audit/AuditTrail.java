package io.shuke.console.audit;

import io.shuke.member.ground.Slice;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What staff did. An act is written down before it is done, so that none is done unseen, and what came of it afterwards; each
 * in a short transaction of its own, so that nobody's money waits for the chain.
 */
@Service
public class AuditTrail {

    private static final int LONGEST_CODE = 100;

    private final Chain chain;
    private final AuditMapper mapper;
    private final Clock clock;

    AuditTrail(Chain chain, AuditMapper mapper, Clock clock) {
        this.chain = chain;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** @return the number of the act */
    public long begin(Act act) {
        var told = Details.read(act.body());
        var object = DoneTo.of(act.path(), told);
        var details = Details.kept(told, Doors.rule(act.door()));
        var at = now();
        return chain.append(seq -> new AuditRow(
                        seq,
                        new byte[0],
                        AuditRow.ASKED,
                        null,
                        act.staff().value(),
                        act.role().name(),
                        act.door(),
                        object.kind(),
                        object.id(),
                        details,
                        act.requestId(),
                        at))
                .seq();
    }

    /** @param refusal the code of the no, if there was one */
    public void end(long act, Outcome outcome, @Nullable String refusal) {
        var begun = Objects.requireNonNull(mapper.one(act), "an act that was never begun");
        var code = refusal == null ? "" : refusal.substring(0, Math.min(refusal.length(), LONGEST_CODE));
        var at = now();
        chain.append(seq -> new AuditRow(
                seq,
                new byte[0],
                outcome.name(),
                begun.seq(),
                begun.staffId(),
                begun.role(),
                begun.door(),
                begun.objectKind(),
                begun.objectId(),
                code,
                begun.requestId(),
                at));
    }

    /** Newest first. */
    public Slice<AuditEntry> page(long before, int size) {
        var page = Slice.of(mapper.before(before, size + 1), size, AuditMapper.ShownRow::seq);
        return new Slice<>(page.items().stream().map(AuditEntry::of).toList(), page.next());
    }

    public AuditEntry one(long seq) {
        return AuditEntry.of(row(seq));
    }

    /** A rule as it was saved the time before; empty for what is no rule, and for the first time. */
    public Optional<Map<String, @Nullable Object>> before(long seq) {
        var row = row(seq);
        if (!Doors.rule(row.door())) {
            return Optional.empty();
        }
        return Optional.ofNullable(mapper.doneBefore(row.door(), row.objectId(), seq))
                .map(earlier -> Details.read(earlier.details()));
    }

    public AuditVerdict verify() {
        return chain.verify();
    }

    private AuditMapper.ShownRow row(long seq) {
        var row = mapper.shown(seq);
        if (row == null) {
            throw AuditRefusal.unknown();
        }
        return row;
    }

    /** As the database keeps it: the hash must be found again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package io.shuke.console.approval;

import io.shuke.console.approval.Approval.State;
import io.shuke.console.staff.StaffId;
import io.shuke.member.ground.Ids;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Wishes, and what becomes of them; a deed and the word for it are one transaction. */
@Component
class Wishes {

    static final Duration GOOD_FOR = Duration.ofDays(7);

    private final WishMapper mapper;
    private final HandLimits limits;
    private final Deeds deeds;
    private final Merchants merchants;
    private final Ids ids;
    private final Clock clock;

    Wishes(WishMapper mapper, HandLimits limits, Deeds deeds, Merchants merchants, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.limits = limits;
        this.deeds = deeds;
        this.merchants = merchants;
        this.ids = ids;
        this.clock = clock;
    }

    /** Does it, if the limits allow that, or takes it down for somebody else to decide. */
    @Transactional
    public State take(StaffId staff, Deed deed, String key) {
        var now = now();
        var day = LocalDate.ofInstant(now, merchants.current().zone());
        var kind = deed.kind().name();
        mapper.takeDay(staff.value(), kind, day);
        var wish = kind + ":" + staff + ":" + key;
        var known = mapper.byWish(wish);
        if (known != null) {
            if (!deed.same(known)) {
                throw ApprovalRefusal.keyUsed();
            }
            return known.state(now);
        }
        var alone = limits.current().allow(deed, mapper.total(staff.value(), kind, day));
        if (alone) {
            deeds.carryOut(deed, staff.value(), key);
            mapper.add(staff.value(), kind, day, deed.size());
        } else {
            deed.refuseUnlessSound();
        }
        var state = alone ? State.ALONE : State.WAITING;
        mapper.insert(row(staff, deed, key, wish, state, now));
        return state;
    }

    private WishRow row(StaffId staff, Deed deed, String key, String wish, State state, Instant now) {
        return new WishRow(
                ids.next(),
                wish,
                deed.kind().name(),
                deed.member().value(),
                deed.amount(),
                deed.extra(),
                deed.note(),
                key,
                staff.value(),
                now,
                state.name(),
                state == State.WAITING ? now.plus(GOOD_FOR) : null,
                null,
                null,
                null);
    }

    /** Saying the same again changes nothing; when the deed is refused, the wish goes on waiting. */
    @Transactional
    public Approval decide(StaffId decider, long id, State wanted, String reason) {
        var now = now();
        var row = mapper.lock(id);
        if (row == null || row.state(now) == State.ALONE) {
            throw ApprovalRefusal.unknown();
        }
        if (row.askedBy() == decider.value()) {
            throw ApprovalRefusal.own();
        }
        var state = row.state(now);
        if (state == State.EXPIRED) {
            throw ApprovalRefusal.expired();
        }
        if (state != State.WAITING) {
            if (state != wanted || !Objects.equals(row.decidedBy(), decider.value())) {
                throw ApprovalRefusal.decided(state);
            }
            return row.toDomain(now);
        }
        if (wanted == State.APPROVED) {
            deeds.carryOut(row.deed(), row.askedBy(), row.wishKey());
        }
        mapper.decide(id, wanted.name(), decider.value(), now, reason);
        return Objects.requireNonNull(mapper.one(id)).toDomain(now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package io.shuke.member.balance;

import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Ids;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Instruction;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.ledger.Reversal;
import io.shuke.member.membership.MemberId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Unused principal on its way back. It leaves the card in the same moment as somebody is told to pay it back, so it cannot
 * be spent meanwhile; should paying it back fail, it is put onto the card again.
 */
@Service
public class Refunds {

    /** Whoever took the money gives it back for a year; older money is handed over at the counter. */
    private static final Duration RETURNABLE = Duration.ofDays(360);

    private record Part(@Nullable ChargeRow charge, Way way, long amount) {}

    private final RefundMapper mapper;
    private final ChargeMapper charges;
    private final Balances balances;
    private final Ledger ledger;
    private final Ids ids;
    private final Clock clock;

    Refunds(RefundMapper mapper, ChargeMapper charges, Balances balances, Ledger ledger, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.charges = charges;
        this.balances = balances;
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Pays principal back, the newest charges first, each the way it came in; the gift that belongs to it is withdrawn.
     *
     * @param staff who decided it, such as {@code staff:7}
     * @param reason 1 to 80 characters
     */
    @Transactional
    public List<Refund> ask(MemberId member, Fen amount, String staff, String reason) {
        if (reason.isBlank() || reason.length() > 80) {
            throw ChargeRefusal.badReason();
        }
        balances.lock(member);
        var share = balances.of(member).repay(amount);
        var now = clock.instant();
        var gift = share.gift().value();
        var instructions = new ArrayList<Instruction>();
        var refunds = new ArrayList<Refund>();
        for (var part : parts(member, amount.value(), now)) {
            var row = row(member, part, gift, new Asking(staff, reason, now));
            gift = 0;
            mapper.insert(row);
            instructions.addAll(withdrawal(row));
            var charge = part.charge();
            if (charge != null) {
                charges.refund(charge.id(), stateAfter(charge, part).name(), part.amount());
            }
            refunds.add(row.toDomain(charge == null ? 0 : charge.payFen()));
        }
        balances.posted(ledger.post(instructions));
        return refunds;
    }

    private List<Part> parts(MemberId member, long amount, Instant now) {
        var parts = new ArrayList<Part>();
        var rest = amount;
        for (var charge : charges.refundable(member.value())) {
            var part = Math.min(rest, charge.payFen() - charge.refundedFen());
            if (part > 0) {
                var paidAt = charge.paidAt() == null ? charge.openedAt() : charge.paidAt();
                var old = paidAt.plus(RETURNABLE).isBefore(now);
                parts.add(new Part(charge, old ? Way.COUNTER : Way.valueOf(charge.way()), part));
                rest -= part;
            }
        }
        if (rest > 0) {
            parts.add(new Part(null, Way.COUNTER, rest));
        }
        return parts;
    }

    private record Asking(String staff, String reason, Instant at) {}

    private RefundRow row(MemberId member, Part part, long gift, Asking asking) {
        var online = part.way() == Way.ONLINE;
        return new RefundRow(
                ids.next(),
                member.value(),
                part.charge() == null ? null : part.charge().id(),
                part.way().name(),
                part.amount(),
                gift,
                (online ? Refund.State.UNDERWAY : Refund.State.DONE).name(),
                true,
                asking.staff(),
                asking.reason(),
                asking.at(),
                0,
                online ? asking.at() : null,
                online ? null : asking.at());
    }

    private static Charge.State stateAfter(ChargeRow charge, Part part) {
        if (part.way() == Way.ONLINE) {
            return Charge.State.REFUNDING;
        }
        return charge.refundedFen() + part.amount() == charge.payFen() ? Charge.State.REFUNDED : charge.is();
    }

    private static List<Instruction> withdrawal(RefundRow row) {
        var reference = reference(row);
        var instructions = new ArrayList<Instruction>();
        instructions.add(Movement.spend(row.member(), Asset.PRINCIPAL, row.amountFen(), Reason.PAY_BACK, reference)
                .by(row.actor()));
        if (row.giftFen() > 0) {
            instructions.add(Movement.spend(row.member(), Asset.GIFT, row.giftFen(), Reason.PAY_BACK, reference)
                    .by(row.actor())
                    .noting("随本金收回赠送金"));
        }
        return instructions;
    }

    private static Reference reference(RefundRow row) {
        return new Reference("pay-back:" + row.id());
    }

    /** All of a charge that was paid too late to be credited. */
    @Transactional(propagation = Propagation.MANDATORY)
    long sendBack(ChargeRow charge, String reason) {
        var now = clock.instant();
        var id = ids.next();
        mapper.insert(new RefundRow(
                id,
                charge.memberId(),
                charge.id(),
                charge.way(),
                charge.payFen(),
                0,
                Refund.State.UNDERWAY.name(),
                false,
                "system",
                reason,
                now,
                0,
                now,
                null));
        return id;
    }

    /** What became of it; told again it changes nothing. */
    @Transactional
    public void settled(long id, boolean done) {
        var seen = Optional.ofNullable(mapper.one(id)).orElseThrow(ChargeRefusal::noSuchCharge);
        balances.lock(seen.member());
        var row = Optional.ofNullable(mapper.lock(id)).orElseThrow(ChargeRefusal::noSuchCharge);
        if (!row.state().equals(Refund.State.UNDERWAY.name())) {
            return;
        }
        mapper.settle(id, (done ? Refund.State.DONE : Refund.State.FAILED).name(), clock.instant());
        if (!done && row.credited()) {
            balances.posted(ledger.post(comeback(row)));
        }
        if (done || row.credited()) {
            follow(row, done ? 0 : -row.amountFen());
        }
    }

    /** @param more by how much what was refunded of its charge changes */
    private void follow(RefundRow row, long more) {
        var charge = row.chargeId() == null ? null : charges.lock(row.chargeId());
        if (charge != null) {
            charges.refund(
                    charge.id(), stateAfter(charge, charge.refundedFen() + more).name(), more);
        }
    }

    /** Whoever was to give it back says that it cannot go this way: a person has to look. */
    @Transactional
    public void stuck(long id) {
        mapper.stuck(id);
    }

    /** What a person has to look into: stuck on its way, or failed though it has no card to come back to. */
    public List<Refund> waiting(int most) {
        return mapper.waiting(most).stream().map(this::whole).toList();
    }

    /**
     * The money was handed over otherwise, such as in cash.
     *
     * @param staff who did it, as {@code staff:…}
     * @throws ChargeRefusal {@code charge.not-stuck} when it does not wait for a person
     */
    @Transactional
    public Refund paidByHand(long id, String staff, String reason) {
        var row = waiting(id, reason);
        mapper.decide(id, Refund.State.DONE.name(), staff, reason, clock.instant());
        follow(row, 0);
        return whole(Objects.requireNonNull(mapper.one(id)));
    }

    /** Tried once more; one that was closed there needs a new number. */
    @Transactional
    public Refund retry(long id, String staff, String reason) {
        var row = waiting(id, reason);
        var now = clock.instant();
        var charge = row.chargeId() == null ? null : charges.one(row.chargeId());
        if (row.state().equals(Refund.State.UNDERWAY.name()) || charge == null) {
            mapper.tryAgain(id, staff, reason, now);
            return whole(Objects.requireNonNull(mapper.one(id)));
        }
        mapper.decide(id, Refund.State.REPLACED.name(), staff, reason, now);
        return whole(Objects.requireNonNull(mapper.one(sendBack(charge, row.reason()))));
    }

    private RefundRow waiting(long id, String reason) {
        if (reason.isBlank() || reason.length() > 80) {
            throw ChargeRefusal.badReason();
        }
        var seen = Optional.ofNullable(mapper.one(id)).orElseThrow(ChargeRefusal::noSuchRefund);
        balances.lock(seen.member());
        var row = Optional.ofNullable(mapper.lock(id)).orElseThrow(ChargeRefusal::noSuchRefund);
        if (mapper.waits(id) == 0) {
            throw ChargeRefusal.notStuck();
        }
        return row;
    }

    private Charge.State stateAfter(ChargeRow charge, long refunded) {
        if (mapper.underway(charge.id()) > 0) {
            return Charge.State.REFUNDING;
        }
        return refunded == charge.payFen() ? Charge.State.REFUNDED : Charge.State.PAID;
    }

    private static List<Instruction> comeback(RefundRow row) {
        var back = new Reference("pay-back-failed:" + row.id());
        var instructions = new ArrayList<Instruction>();
        instructions.add(Reversal.of(row.member(), Asset.PRINCIPAL, reference(row), back, Reason.CORRECTION)
                .noting("退款未成功，退回储值"));
        if (row.giftFen() > 0) {
            instructions.add(Reversal.of(row.member(), Asset.GIFT, reference(row), back, Reason.CORRECTION)
                    .noting("退款未成功，退回赠送金"));
        }
        return instructions;
    }

    /** Those to push on now; they are not handed out again for a while. */
    @Transactional
    public List<Refund> due(int most) {
        var now = clock.instant();
        var rows = mapper.due(now, most);
        rows.forEach(row -> mapper.checkAgain(row.id(), Pace.next(now, row.checks())));
        return rows.stream().map(this::whole).toList();
    }

    /** The member's refunds, newest first. */
    public List<Refund> of(MemberId member) {
        return mapper.of(member.value()).stream().map(this::whole).toList();
    }

    private Refund whole(RefundRow row) {
        var charge = row.chargeId() == null ? null : charges.one(row.chargeId());
        return row.toDomain(charge == null ? 0 : charge.payFen());
    }
}

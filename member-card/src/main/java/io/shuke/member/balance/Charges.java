package io.shuke.member.balance;

import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Ids;
import io.shuke.member.membership.MemberId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money on its way in: written down before anybody is asked to pay, credited once whatever we are told and however often. */
@Service
public class Charges {

    private static final Duration PAYABLE = Duration.ofMinutes(15);
    private static final int MOST_OPEN = 5;

    private final ChargeMapper mapper;
    private final ChargePlans plans;
    private final Crediting crediting;
    private final Refunds refunds;
    private final Ids ids;
    private final Clock clock;

    Charges(ChargeMapper mapper, ChargePlans plans, Crediting crediting, Refunds refunds, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.plans = plans;
        this.crediting = crediting;
        this.refunds = refunds;
        this.ids = ids;
        this.clock = clock;
    }

    /** A charge to be paid with the phone. Its room under the card's cap is kept until it is paid or closed. */
    @Transactional
    public Charge open(MemberId member, long offer) {
        crediting.lock(member);
        crediting.refuseUnlessActive(member);
        var chosen = plans.offer(offer);
        if (mapper.pending(member.value()) >= MOST_OPEN) {
            throw ChargeRefusal.tooManyOpen(MOST_OPEN);
        }
        crediting.refuseOverCap(member, chosen.pay());
        var now = clock.instant();
        var row = new ChargeRow(
                ids.next(),
                member.value(),
                Way.ONLINE.name(),
                chosen.pay().value(),
                chosen.gift().value(),
                chosen.giftDays(),
                Charge.State.PENDING.name(),
                "member",
                null,
                now,
                now.plus(PAYABLE),
                0,
                Pace.first(now),
                null,
                null,
                null,
                0);
        mapper.insert(row);
        return row.toDomain();
    }

    /** Cash taken in the shop; asking again with the same key returns the first charge. */
    @Transactional
    public Charge atCounter(AtCounter cash) {
        crediting.lock(cash.member());
        var known = mapper.paidWith(cash.payment());
        if (known != null) {
            refuseUnlessSame(known, cash);
            return known.toDomain();
        }
        crediting.refuseUnlessActive(cash.member());
        crediting.refuseOverCap(cash.member(), cash.pay());
        var now = clock.instant();
        var row = new ChargeRow(
                ids.next(),
                cash.member().value(),
                Way.COUNTER.name(),
                cash.pay().value(),
                cash.gift().value(),
                plans.current().daysFor(cash.pay()),
                Charge.State.PAID.name(),
                cash.staff(),
                cash.reason(),
                now,
                now,
                0,
                null,
                now,
                cash.payment(),
                now,
                0);
        mapper.insert(row);
        crediting.credit(row);
        return row.toDomain();
    }

    private static void refuseUnlessSame(ChargeRow known, AtCounter cash) {
        if (known.memberId() != cash.member().value()
                || known.payFen() != cash.pay().value()
                || known.giftFen() != cash.gift().value()) {
            throw ChargeRefusal.keyUsed();
        }
    }

    /** @throws ChargeRefusal {@code charge.unknown} also for somebody else's */
    public Charge charge(MemberId member, long id) {
        return Optional.ofNullable(mapper.one(id))
                .filter(row -> row.memberId() == member.value())
                .map(ChargeRow::toDomain)
                .orElseThrow(ChargeRefusal::noSuchCharge);
    }

    /**
     * Somebody says that a charge was paid: what is credited is what was ordered, and only if it is what was paid. A charge
     * that was already closed is credited if the card still has room, else the money goes back.
     */
    @Transactional
    public Receipt received(Received received) {
        var charge = locked(Charge.id(received.charge()));
        switch (charge.is()) {
            case PAID, REFUNDING, REFUNDED -> {
                refuseUnlessSamePayment(charge, received);
                return Receipt.KNOWN;
            }
            case PENDING, CLOSED -> refuseUnlessPayable(charge, received);
        }
        var fits = charge.is() == Charge.State.PENDING
                || charge.payFen() <= crediting.room(charge.member()).value();
        var now = clock.instant();
        if (fits && crediting.hasOwner(charge.member())) {
            mapper.paid(charge.id(), Charge.State.PAID.name(), now, received.payment(), now, 0);
            crediting.credit(charge);
            return Receipt.CREDITED;
        }
        mapper.paid(charge.id(), Charge.State.REFUNDING.name(), now, received.payment(), null, charge.payFen());
        refunds.sendBack(charge, "充值已关闭");
        return Receipt.SENT_BACK;
    }

    /** Members merge between our looking and our locking; then the purse to lock is another one. */
    private ChargeRow locked(long id) {
        var seen = Optional.ofNullable(mapper.one(id)).orElseThrow(ChargeRefusal::noSuchCharge);
        for (var member = seen.member(); ; member = seen.member()) {
            crediting.lock(member);
            seen = Optional.ofNullable(mapper.lock(id)).orElseThrow(ChargeRefusal::noSuchCharge);
            if (seen.member().equals(member)) {
                return seen;
            }
        }
    }

    private static void refuseUnlessSamePayment(ChargeRow charge, Received received) {
        if (!received.payment().equals(charge.payment())) {
            throw ChargeRefusal.paidOtherwise();
        }
        if (received.amount().value() != charge.payFen()) {
            throw ChargeRefusal.otherAmount();
        }
    }

    private void refuseUnlessPayable(ChargeRow charge, Received received) {
        if (received.amount().value() != charge.payFen()) {
            throw ChargeRefusal.otherAmount();
        }
        if (mapper.paidWith(received.payment()) != null) {
            throw ChargeRefusal.paidOtherwise();
        }
    }

    /** Nobody has paid, and nobody can any more. */
    @Transactional
    public void close(long id) {
        mapper.close(id);
    }

    /** Those to ask about now; they are not handed out again for a while. */
    @Transactional
    public List<Charge> due(int most) {
        var now = clock.instant();
        var rows = mapper.due(now, most);
        rows.forEach(row -> mapper.checkAgain(row.id(), Pace.next(now, row.checks())));
        return rows.stream().map(ChargeRow::toDomain).toList();
    }

    /** What is being paid right now, counted against the card's cap. */
    public Fen pending(MemberId member) {
        return new Fen(mapper.pendingFen(member.value()));
    }
}

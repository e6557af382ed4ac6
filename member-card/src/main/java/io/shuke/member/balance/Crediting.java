package io.shuke.member.balance;

import io.shuke.member.ground.Fen;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Instruction;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MemberState;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** Puts money onto cards, and knows how much of it a card may take. Only inside a transaction that has locked the purse. */
@Component
class Crediting {

    private final Ledger ledger;
    private final Balances balances;
    private final Members members;
    private final Merchants merchants;
    private final ChargeMapper charges;
    private final RefundMapper refunds;
    private final Clock clock;

    Crediting(
            Ledger ledger,
            Balances balances,
            Members members,
            Merchants merchants,
            ChargeMapper charges,
            RefundMapper refunds,
            Clock clock) {
        this.ledger = ledger;
        this.balances = balances;
        this.members = members;
        this.merchants = merchants;
        this.charges = charges;
        this.refunds = refunds;
        this.clock = clock;
    }

    void lock(MemberId member) {
        balances.lock(member);
    }

    /** What the card may still take: what is being paid, or may come back from a refund that fails, keeps its place. */
    Fen room(MemberId member) {
        var reserved = charges.pendingFen(member.value()) + refunds.underwayFen(member.value());
        return balances.of(member).room(new Fen(reserved));
    }

    void refuseOverCap(MemberId member, Fen pay) {
        var room = room(member);
        if (pay.value() > room.value()) {
            throw ChargeRefusal.overCap(room);
        }
    }

    boolean hasOwner(MemberId member) {
        var state = members.member(member).state();
        return state == MemberState.ACTIVE || state == MemberState.WITHDRAWN;
    }

    void refuseUnlessActive(MemberId member) {
        if (members.member(member).state() != MemberState.ACTIVE) {
            throw ChargeRefusal.notAMember();
        }
    }

    void credit(ChargeRow charge) {
        var reference = new Reference("charge:" + charge.id());
        var instructions = new ArrayList<Instruction>();
        instructions.add(Movement.earn(charge.member(), Asset.PRINCIPAL, charge.payFen(), Reason.CHARGE, reference)
                .by(charge.actor()));
        if (charge.giftFen() > 0) {
            var gift = Movement.earn(charge.member(), Asset.GIFT, charge.giftFen(), Reason.CHARGE_GIFT, reference)
                    .by(charge.actor());
            instructions.add(charge.giftDays() == 0 ? gift : gift.goodThrough(lastDay(charge.giftDays())));
        }
        balances.posted(ledger.post(instructions));
    }

    private LocalDate lastDay(int days) {
        return LocalDate.now(clock.withZone(merchants.current().zone())).plusDays(days - 1L);
    }
}

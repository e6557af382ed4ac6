package io.shuke.member.balance;

import io.shuke.member.ground.Fen;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Entry;
import io.shuke.member.ledger.Instruction;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.ledger.Reversal;
import io.shuke.member.membership.MemberId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What members have stored, and how it is spent. A bill moves points and stored value together, so spending is handed over
 * as instructions that go into the bill's one call of the ledger.
 */
@Service
public class Balances {

    /** The accounts whoever spends must have locked. */
    private static final Asset[] ASSETS = {Asset.PRINCIPAL, Asset.GIFT};

    /**
     * A payment as the ledger must write it.
     *
     * @param share what it is made of, to be kept for refunds
     */
    public record Payment(Share share, List<Instruction> instructions) {}

    private final Ledger ledger;
    private final ChargePlans plans;
    private final ApplicationEventPublisher facts;

    Balances(Ledger ledger, ChargePlans plans, ApplicationEventPublisher facts) {
        this.ledger = ledger;
        this.plans = plans;
        this.facts = facts;
    }

    public Purse of(MemberId member) {
        var balances = ledger.balances(member);
        return Purse.of(balances.getOrDefault(Asset.PRINCIPAL, 0L), balances.getOrDefault(Asset.GIFT, 0L));
    }

    /**
     * How a payment of so much is to be posted. The caller has locked {@link Asset#PRINCIPAL} and {@link Asset#GIFT} with
     * whatever else it moves, posts the instructions, and then calls {@link #posted}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Payment payment(MemberId member, Fen amount, Reference reference) {
        var share = of(member).spend(amount);
        var instructions = new ArrayList<Instruction>();
        if (share.principal().value() > 0) {
            instructions.add(
                    Movement.spend(member, Asset.PRINCIPAL, share.principal().value(), Reason.PAYMENT, reference));
        }
        if (share.gift().value() > 0) {
            instructions.add(Movement.spend(member, Asset.GIFT, share.gift().value(), Reason.PAYMENT, reference));
        }
        return new Payment(share, List.copyOf(instructions));
    }

    /**
     * How a refund of a payment is to be posted: to where it came from, in proportion. Money that comes back so may stand
     * above the card's cap; it was the member's all along.
     *
     * @param paid what the payment was made of
     * @param before how much of it has been refunded already
     */
    public List<Instruction> giveBack(MemberId member, Reference payment, Share paid, Fen before, Returned now) {
        var part = paid.part(before, now.amount());
        var instructions = new ArrayList<Instruction>();
        if (part.principal().value() > 0) {
            instructions.add(Reversal.of(member, Asset.PRINCIPAL, payment, now.reference(), Reason.REFUND)
                    .only(part.principal().value()));
        }
        if (part.gift().value() > 0) {
            instructions.add(Reversal.of(member, Asset.GIFT, payment, now.reference(), Reason.REFUND)
                    .only(part.gift().value()));
        }
        return List.copyOf(instructions);
    }

    /** What goes back now, and the reference it goes back under. */
    public record Returned(Fen amount, Reference reference) {}

    /** One payment on its own. */
    @Transactional
    public Share pay(MemberId member, Fen amount, Reference reference) {
        ledger.lock(List.of(member), ASSETS);
        var payment = payment(member, amount, reference);
        posted(ledger.post(payment.instructions()));
        return payment.share();
    }

    /** Tells whom it concerns of the entries of one member, after they were posted; those of other assets are passed over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void posted(List<Entry> entries) {
        var money = entries.stream().filter(entry -> entry.asset().isMoney()).toList();
        if (money.isEmpty()) {
            return;
        }
        var first = money.get(0);
        var left = of(first.member());
        var change = money.stream().mapToLong(Entry::change).sum();
        var why = first.note() == null ? first.reason().label() : first.note();
        facts.publishEvent(new BalanceChanged(first.id(), first.member(), new Fen(change), left, why, first.at()));
        var line = change < 0 ? plans.current().low() : Fen.NONE;
        var before = left.available().value() - change;
        if (left.available().value() < line.value() && before >= line.value()) {
            facts.publishEvent(new BalanceLow(first.member(), left, line, first.at()));
        }
    }

    void lock(MemberId member) {
        ledger.lock(List.of(member), ASSETS);
    }
}

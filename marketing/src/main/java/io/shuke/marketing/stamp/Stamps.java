package io.shuke.marketing.stamp;

import io.shuke.marketing.stamp.StampMapper.EarningRow;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Entry;
import io.shuke.member.ledger.Instruction;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.ledger.Reversal;
import io.shuke.member.membership.MemberId;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.purchase.Bill;
import io.shuke.member.purchase.BillId;
import io.shuke.member.purchase.Refund;
import io.shuke.member.purchase.Refunded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stamps given for what members buy, and taken back with what goes back. */
@Service
public class Stamps {

    /**
     * What a bill has brought on one card.
     *
     * @param given how many stamps this bill gave; below zero when a refund took some back
     */
    public record Stamped(StampCard card, int given, long stamps) {

        public int onCard() {
            return card.terms().onCard(stamps);
        }
    }

    private final StampCards cards;
    private final StampMapper mapper;
    private final Rewards rewards;
    private final Ledger ledger;
    private final Merchants merchants;

    Stamps(StampCards cards, StampMapper mapper, Rewards rewards, Ledger ledger, Merchants merchants) {
        this.cards = cards;
        this.mapper = mapper;
        this.rewards = rewards;
        this.ledger = ledger;
        this.merchants = merchants;
    }

    /** Stamps the member's cards for a bill that has just been recorded; joins the transaction that records it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Stamped> stamp(Bill bill) {
        var member = bill.member();
        var worth = cards.lately().stream()
                .filter(card -> card.offered() && card.terms().earning().stampsFor(bill) > 0)
                .toList();
        if (member == null || worth.isEmpty()) {
            return List.of();
        }
        ledger.lock(List.of(member), assets(worth));
        var day = LocalDate.ofInstant(bill.at(), merchants.current().zone());
        var due = new ArrayList<StampCard>();
        var asked = new ArrayList<Instruction>();
        for (var card : worth) {
            var once = card.terms().earning() instanceof Earning.PerVisit ? day : null;
            if (once == null || mapper.stampedOn(card.id().value(), member.value(), once) == 0) {
                due.add(card);
                asked.add(given(card, bill, member, once));
            }
        }
        return stamped(due, ledger.post(asked));
    }

    private Movement given(StampCard card, Bill bill, MemberId member, @Nullable LocalDate once) {
        var stamps = card.terms().earning().stampsFor(bill);
        mapper.insertEarning(new EarningRow(card.id().value(), bill.id().value(), member.value(), once, stamps, 0));
        return Movement.earn(
                        member,
                        asset(card.id().value()),
                        stamps,
                        Reason.STAMP,
                        reference(bill.id().value()))
                .noting(card.terms().title());
    }

    /**
     * Takes back what is no longer earned. A reward that has not been collected goes with the stamp it stood on; one that
     * has leaves the card below zero, which the next stamps work off.
     *
     * @param items the pieces that this refund took back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Stamped> takeBack(Refunded refunded, List<Refund.Item> items) {
        var bill = refunded.bill();
        var member = bill.member();
        if (member == null || !refunded.first()) {
            return List.of();
        }
        var known = cards.all();
        var due = new ArrayList<StampCard>();
        var asked = new ArrayList<Instruction>();
        for (var earning : mapper.lockEarnings(bill.id().value())) {
            var card = known.stream()
                    .filter(one -> one.id().value() == earning.cardId())
                    .findFirst()
                    .orElseThrow(StampRefusal::unknownCard);
            var back = refunded.whole()
                    ? earning.left()
                    : Math.min(earning.left(), card.terms().earning().takenBackBy(bill, items, refunded.left()));
            if (back > 0) {
                mapper.takeBack(earning.cardId(), earning.billId(), back);
                due.add(card);
                asked.add(takenBack(card, refunded, member, back));
            }
        }
        return stamped(due, ledger.post(asked));
    }

    private static Reversal takenBack(StampCard card, Refunded refunded, MemberId member, int back) {
        return Reversal.of(
                        member,
                        asset(card.id().value()),
                        reference(refunded.bill().id().value()),
                        new Reference("refund:" + refunded.id()),
                        Reason.REFUND)
                .only(back)
                .noting(card.terms().title());
    }

    private List<Stamped> stamped(List<StampCard> due, List<Entry> entries) {
        var stamped = new ArrayList<Stamped>();
        for (int i = 0; i < due.size(); i++) {
            var entry = entries.get(i);
            rewards.follow(due.get(i), entry.member(), entry.balance() - entry.change(), entry.balance());
            stamped.add(new Stamped(due.get(i), (int) entry.change(), entry.balance()));
        }
        return stamped;
    }

    /** What a bill has put on cards, in words: {@code 咖啡集章卡 +2}; as it was given, whatever has gone back since. */
    public List<String> words(BillId bill) {
        var earnings = cards.anyOffered() ? mapper.earnings(bill.value()) : List.<EarningRow>of();
        if (earnings.isEmpty()) {
            return List.of();
        }
        var titles = cards.lately().stream()
                .collect(Collectors.toMap(
                        card -> card.id().value(), card -> card.terms().title()));
        return earnings.stream()
                .filter(earning -> titles.containsKey(earning.cardId()))
                .map(earning -> titles.get(earning.cardId()) + " +" + earning.stamps())
                .toList();
    }

    /** The cards a member sees: those that are given out, and those with stamps or rewards on them. */
    public List<StampBook> of(MemberId member) {
        var ready = rewards.ready(member);
        var balances = ledger.balances(member);
        return cards.all().stream()
                .map(card -> new StampBook(
                        card,
                        balances.getOrDefault(asset(card.id().value()), 0L),
                        ready.stream()
                                .filter(reward -> reward.card().equals(card.id()))
                                .toList()))
                .filter(book -> book.card().offered()
                        || book.stamps() != 0
                        || !book.ready().isEmpty())
                .toList();
    }

    private static Asset[] assets(List<StampCard> all) {
        return all.stream().map(card -> asset(card.id().value())).toArray(Asset[]::new);
    }

    private static Asset asset(long card) {
        return Asset.stamps(card);
    }

    private static Reference reference(long bill) {
        return new Reference("bill:" + bill);
    }
}

package io.shuke.member.ledger;

import io.shuke.member.membership.MemberId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reserves now what is taken for good or given back later (预留). A hold is a spend that can still be undone, so a balance is
 * always what can be spent, and lots, races and repeated requests need no rule of their own.
 */
@Service
public class Holds {

    private final Bookkeeping bookkeeping;
    private final Books books;
    private final HoldMapper mapper;
    private final Clock clock;

    Holds(Bookkeeping bookkeeping, Books books, HoldMapper mapper, Clock clock) {
        this.bookkeeping = bookkeeping;
        this.books = books;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * @param spend what to reserve; its reference names the hold from then on
     * @param until when it is given back by itself
     */
    @Transactional
    public Entry place(Movement spend, Instant until) {
        if (spend.change() > 0) {
            throw new IllegalArgumentException("only a spend can be held");
        }
        var account = books.lock(List.of(new Owned(spend.member(), spend.asset())))
                .of(new Owned(spend.member(), spend.asset()));
        var entry = bookkeeping.post(List.of(spend)).get(0);
        mapper.place(HoldMapper.HoldRow.of(entry, account.id(), until));
        return entry;
    }

    /** Takes it for good: so much of it, and the rest goes back. A repeated capture of the same amount changes nothing. */
    @Transactional
    public void capture(MemberId member, Asset asset, Reference reference, long amount) {
        Wording.checkAmount(amount);
        var hold = held(member, asset, reference);
        if (hold.is(HoldMapper.CAPTURED) && hold.captured() == amount) {
            return;
        }
        if (!hold.is(HoldMapper.HELD) || !clock.instant().isBefore(hold.endsAt())) {
            throw LedgerRefusal.holdOver(reference);
        }
        if (amount > hold.amount()) {
            throw LedgerRefusal.moreThanOriginal(hold.amount());
        }
        if (amount < hold.amount()) {
            bookkeeping.post(List.of(hold.back("hold-rest:").only(hold.amount() - amount)));
        }
        mapper.settle(hold.id(), HoldMapper.CAPTURED, amount);
    }

    /** Gives it back; a second time changes nothing. */
    @Transactional
    public void release(MemberId member, Asset asset, Reference reference) {
        var hold = held(member, asset, reference);
        if (hold.is(HoldMapper.CAPTURED)) {
            throw LedgerRefusal.holdOver(reference);
        }
        if (hold.is(HoldMapper.HELD)) {
            giveBack(List.of(hold));
        }
    }

    /** Gives back what has ended, at most so many; asked again until it says 0. Frozen accounts wait. */
    @Transactional
    public int releaseEnded(int batch) {
        var ended = mapper.ended(clock.instant(), batch);
        if (ended.isEmpty()) {
            return 0;
        }
        books.lock(ended.stream().map(HoldMapper.HoldRow::owned).toList());
        var still = mapper.held(ended.stream().map(HoldMapper.HoldRow::id).toList());
        giveBack(still);
        return ended.size();
    }

    private void giveBack(List<HoldMapper.HoldRow> holds) {
        if (!holds.isEmpty()) {
            bookkeeping.post(holds.stream().map(hold -> hold.back("hold-end:")).toList());
            holds.forEach(hold -> mapper.settle(hold.id(), HoldMapper.RELEASED, 0));
        }
    }

    private HoldMapper.HoldRow held(MemberId member, Asset asset, Reference reference) {
        books.lock(List.of(new Owned(member, asset)));
        var hold = mapper.of(member.value(), asset.code(), reference.value());
        if (hold == null) {
            throw LedgerRefusal.noSuchHold(reference);
        }
        return hold;
    }
}

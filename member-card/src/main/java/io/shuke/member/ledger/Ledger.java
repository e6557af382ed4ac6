package io.shuke.member.ledger;

import io.shuke.member.ground.Slice;
import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What members own. Every change is a movement with a reference; nothing is ever updated or deleted. */
@Service
public class Ledger {

    private final Bookkeeping bookkeeping;
    private final Books books;
    private final History history;
    private final LedgerMapper mapper;

    Ledger(Bookkeeping bookkeeping, Books books, History history, LedgerMapper mapper) {
        this.bookkeeping = bookkeeping;
        this.books = books;
        this.history = history;
        this.mapper = mapper;
    }

    public long balance(MemberId member, Asset asset) {
        return balances(member).getOrDefault(asset, 0L);
    }

    /** Of many at once; nothing for those who have no such account. */
    public Map<MemberId, Long> balances(Collection<MemberId> members, Asset asset) {
        var ids = members.stream().map(MemberId::value).toList();
        return ids.isEmpty()
                ? Map.of()
                : mapper.many(asset.code(), ids).stream()
                        .collect(Collectors.toMap(row -> new MemberId(row.memberId()), LedgerMapper.OwnedRow::balance));
    }

    /** All that the member has an account for; without one he has none of it. */
    public Map<Asset, Long> balances(MemberId member) {
        var balances = new LinkedHashMap<Asset, Long>();
        mapper.balances(member.value()).forEach(row -> balances.put(new Asset(row.asset()), row.balance()));
        return balances;
    }

    /** What all members together hold of it, debts left aside: what the shop owes. Looks at every account. */
    public long outstanding(Asset asset) {
        return mapper.outstanding(asset.code());
    }

    /**
     * Takes accounts for the transaction in hand, so that whatever the caller reads next stays true until it posts: a rule
     * that first looks and then moves begins here. Name every asset that will be posted: taking one account after the
     * other is how two transactions come to wait for each other.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<MemberId> members, Asset... assets) {
        books.lock(members.stream()
                .flatMap(member -> Stream.of(assets).map(asset -> new Owned(member, asset)))
                .toList());
    }

    /** The same for one member. @return what there is on these accounts, which now stays */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Asset, Long> hold(MemberId member, Asset... assets) {
        var owned = Stream.of(assets).map(asset -> new Owned(member, asset)).toList();
        var accounts = books.lock(owned);
        return owned.stream()
                .collect(Collectors.toMap(Owned::asset, one -> accounts.of(one).balance()));
    }

    /** Posts one; a repeated one returns the first one's entry. */
    @Transactional
    public Entry post(Instruction instruction) {
        return bookkeeping.post(List.of(instruction)).get(0);
    }

    /**
     * Posts many, of one member or of hundreds, of one asset or of several, with the same few statements and in the order
     * given. All or none: the first that is refused is thrown, and the caller's {@code Lane} repeats the batch one by one.
     */
    @Transactional
    public List<Entry> post(List<? extends Instruction> instructions) {
        return instructions.isEmpty() ? List.of() : bookkeeping.post(instructions);
    }

    /** Newest first. */
    public Slice<Entry> history(MemberId member, Asset asset, @Nullable String cursor, int size) {
        return history.page(member, List.of(asset), cursor, size);
    }

    /** The lines of several accounts in one list, newest first; each line's balance is that of its own account. */
    public Slice<Entry> history(MemberId member, List<Asset> assets, @Nullable String cursor, int size) {
        return history.page(member, assets, cursor, size);
    }

    /** What will expire up to and including that day, the nearest first. */
    public List<Expiring> expiring(MemberId member, Asset asset, LocalDate until) {
        return mapper.expiring(member.value(), asset.code(), until).stream()
                .map(row -> new Expiring(row.remaining(), row.expiresOn()))
                .toList();
    }

    /** Those among them with an account that has more than its first line, or is not open. Asked with the members held. */
    public Set<MemberId> moved(Collection<MemberId> members) {
        return members.isEmpty()
                ? Set.of()
                : mapper.moved(members.stream().map(MemberId::value).toList()).stream()
                        .map(MemberId::new)
                        .collect(Collectors.toSet());
    }

    /** Whose lots end up to and including that day, a page after the other. */
    public SoonExpiring soonExpiring(Asset asset, LocalDate until, SoonExpiring.Place after, int limit) {
        var rows = mapper.soon(asset.code(), until, after, limit);
        var last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        return new SoonExpiring(
                rows.stream().map(row -> new MemberId(row.memberId())).toList(),
                last == null ? after : new SoonExpiring.Place(last.expiresOn(), last.accountId()));
    }

    /** Those of these members of whom some account is frozen, by id. */
    public Set<Long> frozen(Collection<Long> members) {
        return members.isEmpty() ? Set.of() : mapper.frozen(members);
    }

    /** A frozen account refuses every movement until it is unfrozen. */
    @Transactional
    public void freeze(MemberId member, Asset asset) {
        change(new Owned(member, asset), Account.State.OPEN, Account.State.FROZEN);
    }

    @Transactional
    public void unfreeze(MemberId member, Asset asset) {
        change(new Owned(member, asset), Account.State.FROZEN, Account.State.OPEN);
    }

    private void change(Owned owned, Account.State from, Account.State to) {
        var account = books.lock(List.of(owned)).of(owned);
        if (account.state() == from) {
            mapper.mark(account.id(), to.name());
        }
    }
}

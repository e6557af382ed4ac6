package io.shuke.member.points;

import io.shuke.member.ground.Slice;
import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What members own in points. Every change is a movement with a reference; nothing is ever updated or deleted. */
@Service
public class PointsLedger {

    private static final int LARGEST_PAGE = 100;
    private static final Pattern CURSOR = Pattern.compile("[1-9][0-9]{0,17}");

    private final Journals journals;
    private final Books books;
    private final Pen pen;
    private final PointsMapper mapper;

    PointsLedger(Journals journals, Books books, Pen pen, PointsMapper mapper) {
        this.journals = journals;
        this.books = books;
        this.pen = pen;
        this.mapper = mapper;
    }

    public Points balance(MemberId member) {
        var balance = mapper.balance(member.value());
        return balance == null ? Points.NONE : new Points(balance);
    }

    /**
     * Takes the members' accounts for the transaction in hand, so that whatever the caller reads next stays true until it
     * posts: a rule that first looks and then moves points begins here.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<MemberId> members) {
        books.lock(members, Asset.POINTS);
    }

    /** Posts one movement; a repeated one returns the first one's entry. */
    @Transactional
    public Entry post(Movement movement) {
        return post(List.of(movement)).get(0);
    }

    /**
     * Posts many movements, of one member or of hundreds, with the same few statements. All or none: the first that is
     * refused is thrown, and the caller's {@code Lane} repeats the batch one by one.
     */
    @Transactional
    public List<Entry> post(List<Movement> movements) {
        if (movements.isEmpty()) {
            return List.of();
        }
        var members = movements.stream().map(Movement::member).toList();
        var accounts = books.lock(members, Asset.POINTS);
        var asked = new HashMap<Reference, Set<Account>>();
        var giving = new LinkedHashSet<Account>();
        for (var movement : movements) {
            var account = accounts.of(movement.member());
            asked.computeIfAbsent(movement.reference(), any -> new LinkedHashSet<>())
                    .add(account);
            if (!movement.change().isPositive()) {
                giving.add(account);
            }
        }
        var journal = journals.open();
        books.recall(journal, asked);
        books.fetchLots(giving);
        var entries = new ArrayList<Entry>(movements.size());
        for (var movement : movements) {
            entries.add(journal.post(accounts.of(movement.member()), Posting.of(movement, journal.today())));
        }
        pen.write(journal.lines());
        return entries;
    }

    /**
     * Takes a movement back, wholly or in part. An earning that is spent already may leave a negative balance, which later
     * earnings work off.
     */
    @Transactional
    public Entry reverse(Reversal reversal) {
        var account = books.lock(List.of(reversal.member()), Asset.POINTS).of(reversal.member());
        var journal = journals.open();
        books.recall(journal, Map.of(reversal.original(), Set.of(account), reversal.reference(), Set.of(account)));
        var original = journal.known(account, reversal.original());
        if (original == null) {
            throw PointsRefusal.noSuchMovement(reversal.original());
        }
        if (journal.known(account, reversal.reference()) == null) {
            original.refuseUnlessReversible(reversal);
            if (books.isReversed(original)) {
                throw PointsRefusal.alreadyReversed(reversal.original());
            }
        }
        books.fetchLots(List.of(account));
        var entry = journal.post(account, Posting.of(reversal, original, original.undo(books.uses(original))));
        pen.write(journal.lines());
        return entry;
    }

    /** Newest first. */
    public Slice<Entry> history(MemberId member, @Nullable String cursor, int size) {
        var limit = Math.max(1, Math.min(size, LARGEST_PAGE));
        var rows = mapper.history(member.value(), before(cursor), limit + 1);
        var page = Slice.of(rows, limit, PointsMapper.EntryRow::seq);
        return new Slice<>(
                page.items().stream().map(row -> row.toDomain(member)).toList(), page.next());
    }

    private static long before(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        if (!CURSOR.matcher(cursor).matches()) {
            throw PointsRefusal.badCursor();
        }
        return Long.parseLong(cursor);
    }

    /** What will expire up to and including that day, the nearest first. */
    public List<Expiring> expiring(MemberId member, LocalDate until) {
        return mapper.expiring(member.value(), until).stream()
                .map(row -> new Expiring(new Points(row.remaining()), row.expiresOn()))
                .toList();
    }

    /** A frozen account refuses every movement until it is unfrozen. */
    @Transactional
    public void freeze(MemberId member) {
        change(member, Account.State.OPEN, Account.State.FROZEN);
    }

    @Transactional
    public void unfreeze(MemberId member) {
        change(member, Account.State.FROZEN, Account.State.OPEN);
    }

    private void change(MemberId member, Account.State from, Account.State to) {
        var account = books.lock(List.of(member), Asset.POINTS).of(member);
        if (account.state() == from) {
            mapper.mark(account.id(), to.name());
        }
    }
}

package io.shuke.member.ledger;

import static io.shuke.member.ground.Bound.marks;

import io.shuke.member.ground.Bound;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.membership.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Reads what a transaction must know, for many accounts with one statement each. {@code Books} and {@link Pen} are the one
 * place that goes past the mappers: a check-in is a few rows among hundreds, and building a statement row by row through
 * MyBatis, then parsing it for the merchant, costs several times what the database does with it. So here every statement
 * names the merchant itself.
 */
@Repository
class Books {

    /** Most movements reverse nothing, so the index on what they reverse looks worthless to an optimizer, which then reads all. */
    private static final String MOVEMENTS =
            "SELECT m.id, m.account_id, m.reference, m.content, m.reason, m.actor, m.note, m.expires_on, m.moved_at,"
                    + " e.amount, e.balance_after, (SELECT COALESCE(SUM(ABS(f.amount)), 0)"
                    + " FROM movement r FORCE INDEX (movement_reversals) STRAIGHT_JOIN entry f"
                    + " ON f.merchant_id = r.merchant_id AND f.movement_id = r.id AND f.account_id = r.account_id"
                    + " WHERE r.merchant_id = m.merchant_id AND r.reverses = m.id) FROM movement m JOIN entry e ON e.merchant_id = m.merchant_id"
                    + " AND e.movement_id = m.id AND e.account_id = m.account_id WHERE m.merchant_id = ? AND ";

    private static final String ACCOUNTS =
            "SELECT id, member_id, state, balance, seq, moved_at, absorbs, asset FROM ledger_account";

    private static final Comparator<Owned> ORDER = Comparator.<Owned>comparingLong(
                    owned -> owned.member().value())
            .thenComparing(owned -> owned.asset().code());

    private final JdbcTemplate database;
    private final Ids ids;

    Books(JdbcTemplate database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** Locks the accounts in ascending order, so that nobody waits in a circle, and opens the missing ones. */
    Accounts lock(Collection<Owned> wanted) {
        var accounts = new Accounts();
        accounts.add(locked(wanted));
        var missing = wanted.stream()
                .filter(owned -> !accounts.has(owned))
                .distinct()
                .sorted(ORDER)
                .toList();
        if (!missing.isEmpty()) {
            accounts.add(opened(missing));
        }
        return accounts;
    }

    /**
     * With the first account of any kind a member gets one for points. It is the one that merging and leaving always find, so
     * whoever opens another account next to it learns from it that the member is gone.
     */
    private List<Account> opened(List<Owned> missing) {
        var withPoints = Stream.concat(
                        missing.stream(), missing.stream().map(owned -> new Owned(owned.member(), Asset.POINTS)))
                .distinct()
                .sorted(ORDER)
                .toList();
        open(withPoints);
        var opened = locked(withPoints);
        for (var account : opened) {
            if (account.asset().equals(Asset.POINTS) && !missing.contains(account.owned())) {
                account.refuseNewNeighbours();
            }
        }
        return opened;
    }

    /**
     * Every wanted asset of every wanted member, which may be a few accounts more than wanted: they come with one range
     * scan in the order of the index, on either database, where a list of pairs would not.
     */
    private List<Account> locked(Collection<Owned> wanted) {
        var members = wanted.stream()
                .map(owned -> owned.member().value())
                .distinct()
                .sorted()
                .toList();
        var assets = wanted.stream()
                .map(owned -> owned.asset().code())
                .distinct()
                .sorted()
                .toList();
        // The index is named because a small table would else be scanned, locking other members' rows on the way.
        return database.query(
                ACCOUNTS + " FORCE INDEX (ledger_account_member) WHERE merchant_id = ? AND member_id IN ("
                        + marks("?", members.size()) + ") AND asset IN (" + marks("?", assets.size())
                        + ") ORDER BY member_id, asset FOR UPDATE",
                statement ->
                        new Bound(statement).number(merchant()).numbers(members).texts(assets),
                (row, number) -> account(row));
    }

    /** All accounts of these members, whatever they count; nobody can open another one meanwhile. */
    Accounts lockAll(MemberId... members) {
        var wanted = Stream.of(members)
                .map(member -> new Owned(member, Asset.POINTS))
                .toList();
        var accounts = lock(wanted);
        accounts.add(database.query(
                ACCOUNTS + " FORCE INDEX (ledger_account_member) WHERE merchant_id = ? AND member_id IN ("
                        + marks("?", members.length) + ") ORDER BY member_id, asset FOR UPDATE",
                statement -> new Bound(statement)
                        .number(merchant())
                        .numbers(wanted.stream()
                                .map(owned -> owned.member().value())
                                .toList()),
                (row, number) -> account(row)));
        return accounts;
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong(1),
                new Owned(new MemberId(row.getLong(2)), new Asset(row.getString(8))),
                Account.State.valueOf(row.getString(3)),
                row.getLong(4),
                row.getLong(5),
                instant(row, 6),
                row.getBoolean(7));
    }

    /** Somebody else may be opening the same account: then this waits for him and changes nothing. */
    private void open(List<Owned> missing) {
        database.update(
                "INSERT INTO ledger_account (merchant_id, id, member_id, asset, balance, seq, state, absorbs) VALUES "
                        + marks("(?,?,?,?,0,0,'OPEN',FALSE)", missing.size()) + " ON DUPLICATE KEY UPDATE seq = seq",
                statement -> {
                    var bound = new Bound(statement);
                    for (var owned : missing) {
                        bound.number(merchant())
                                .number(ids.next())
                                .number(owned.member().value())
                                .text(owned.asset().code());
                    }
                });
    }

    /** Tells the journal which of these references the accounts, or those merged into them, already know. */
    void recall(Journal journal, Map<Reference, Set<Account>> asked) {
        var owners = absorbed(asked.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        var wanted = asked.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> withAbsorbed(one.getValue(), owners)));
        var groups = wanted.values().stream()
                .map(accounts -> "(m.reference = ? AND m.account_id IN (" + marks("?", accounts.size()) + "))")
                .collect(Collectors.joining(" OR "));
        var found = database.query(
                MOVEMENTS + "(" + groups + ")",
                statement -> {
                    var bound = new Bound(statement).number(merchant());
                    for (var one : wanted.entrySet()) {
                        bound.text(one.getKey().value()).numbers(one.getValue());
                    }
                },
                (row, number) -> known(row));
        found.forEach(known -> journal.knows(known.account(), known));
        found.forEach(known -> journal.knows(owners.getOrDefault(known.account(), known.account()), known));
    }

    private static List<Long> withAbsorbed(Set<Account> accounts, Map<Long, Long> owners) {
        var all = accounts.stream().map(Account::id).collect(Collectors.toSet());
        owners.forEach((absorbed, owner) -> {
            if (all.contains(owner)) {
                all.add(absorbed);
            }
        });
        return List.copyOf(all);
    }

    /** From an account that was merged, perhaps over others, to the one that now stands for it. */
    private Map<Long, Long> absorbed(Set<Account> accounts) {
        var owners = new TreeMap<Long, Long>();
        var asked = accounts.stream().filter(Account::absorbs).collect(Collectors.toMap(Account::id, Account::id));
        while (!asked.isEmpty()) {
            var further = new TreeMap<Long, Long>();
            var into = asked;
            database.query(
                    "SELECT id, merged_into, absorbs FROM ledger_account WHERE merchant_id = ? AND merged_into IN ("
                            + marks("?", into.size()) + ")",
                    statement -> new Bound(statement).number(merchant()).numbers(into.keySet()),
                    row -> {
                        var owner = into.getOrDefault(row.getLong(2), row.getLong(2));
                        owners.put(row.getLong(1), owner);
                        if (row.getBoolean(3)) {
                            further.put(row.getLong(1), owner);
                        }
                    });
            asked = further;
        }
        return owners;
    }

    private static Known known(ResultSet row) throws SQLException {
        var at = instant(row, 9);
        return new Known(
                row.getLong(1),
                row.getLong(2),
                new Reference(row.getString(3)),
                row.getBytes(4),
                Reason.valueOf(row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getObject(8, LocalDate.class),
                at == null ? Instant.EPOCH : at,
                row.getLong(10),
                row.getLong(11),
                row.getLong(12));
    }

    /** Tells the journal what these movements took from lots or put into them beyond their own. */
    void recallUses(Journal journal, Collection<Known> movements) {
        if (movements.isEmpty()) {
            return;
        }
        var uses = new HashMap<Long, Map<LocalDate, Long>>();
        database.query(
                "SELECT movement_id, expires_on, amount FROM lot_use WHERE merchant_id = ? AND movement_id IN ("
                        + marks("?", movements.size()) + ")",
                statement -> new Bound(statement)
                        .number(merchant())
                        .numbers(movements.stream().map(Known::id).toList()),
                row -> {
                    uses.computeIfAbsent(row.getLong(1), any -> new TreeMap<>())
                            .put(row.getObject(2, LocalDate.class), row.getLong(3));
                });
        uses.forEach(journal::knowsUses);
    }

    /** Fetches the lots of the accounts that will give some away. */
    List<Lot> fetchLots(Collection<Account> accounts) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        var byId = accounts.stream().collect(Collectors.toMap(Account::id, Function.identity()));
        var lots = database.query(
                "SELECT id, account_id, expires_on, remaining FROM lot WHERE merchant_id = ? AND remaining > 0"
                        + " AND account_id IN (" + marks("?", byId.size()) + ") ORDER BY account_id, expires_on",
                statement -> new Bound(statement).number(merchant()).numbers(byId.keySet()),
                (row, number) -> new Lot(
                        row.getLong(1),
                        Objects.requireNonNull(byId.get(row.getLong(2))),
                        row.getObject(3, LocalDate.class),
                        row.getLong(4)));
        lots.forEach(lot -> lot.account().lots().stored(lot.expiresOn(), lot.remaining()));
        return lots;
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var stored = row.getObject(column, LocalDateTime.class);
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }

    private static long merchant() {
        return MerchantScope.current().value();
    }
}

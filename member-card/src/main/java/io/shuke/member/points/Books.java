package io.shuke.member.points;

import static io.shuke.member.points.Bound.marks;

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
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    private static final String MOVEMENTS =
            "SELECT m.id, m.account_id, m.reference, m.content, m.reason, m.note, m.reverses, m.expires_on, m.moved_at,"
                    + " e.amount, e.balance_after FROM movement m JOIN entry e ON e.merchant_id = m.merchant_id"
                    + " AND e.movement_id = m.id AND e.account_id = m.account_id WHERE m.merchant_id = ? AND ";

    private final JdbcTemplate database;
    private final Ids ids;

    Books(JdbcTemplate database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** Locks the members' accounts in ascending order, so that nobody waits in a circle, and opens the missing ones. */
    Accounts lock(Collection<MemberId> members, Asset asset) {
        var wanted = members.stream().map(MemberId::value).distinct().sorted().toList();
        var accounts = new Accounts();
        accounts.add(locked(wanted, asset));
        var missing = wanted.stream().filter(member -> !accounts.has(member)).toList();
        if (!missing.isEmpty()) {
            open(missing, asset);
            accounts.add(locked(missing, asset));
        }
        return accounts;
    }

    private List<Account> locked(List<Long> members, Asset asset) {
        // The index is named because a small table would else be scanned, locking other members' rows on the way.
        return database.query(
                "SELECT id, member_id, state, balance, seq, moved_at, absorbs FROM ledger_account"
                        + " FORCE INDEX (ledger_account_member) WHERE merchant_id = ? AND asset = ?"
                        + " AND member_id IN (" + marks("?", members.size())
                        + ") ORDER BY member_id FOR UPDATE",
                statement -> new Bound(statement)
                        .number(merchant())
                        .text(asset.code())
                        .numbers(members),
                (row, number) -> account(row));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong(1),
                new MemberId(row.getLong(2)),
                Account.State.valueOf(row.getString(3)),
                row.getLong(4),
                row.getLong(5),
                instant(row, 6),
                row.getBoolean(7));
    }

    /** Somebody else may be opening the same account: then this waits for him and changes nothing. */
    private void open(List<Long> members, Asset asset) {
        database.update(
                "INSERT INTO ledger_account (merchant_id, id, member_id, asset, balance, seq, state, absorbs) VALUES "
                        + marks("(?,?,?,?,0,0,'OPEN',FALSE)", members.size()) + " ON DUPLICATE KEY UPDATE seq = seq",
                statement -> {
                    var bound = new Bound(statement);
                    for (var member : members) {
                        bound.number(merchant())
                                .number(ids.next())
                                .number(member)
                                .text(asset.code());
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
                row.getObject(7, Long.class),
                row.getObject(8, LocalDate.class),
                at == null ? Instant.EPOCH : at,
                row.getLong(10),
                row.getLong(11));
    }

    boolean isReversed(Known original) {
        return !database.queryForList(
                        "SELECT id FROM movement WHERE merchant_id = ? AND reverses = ?",
                        Long.class,
                        merchant(),
                        original.id())
                .isEmpty();
    }

    /** The lots a movement used, with what it took from each (negative). */
    NavigableMap<LocalDate, Long> uses(Known movement) {
        var uses = new TreeMap<LocalDate, Long>();
        database.query(
                "SELECT expires_on, amount FROM lot_use WHERE merchant_id = ? AND movement_id = ?",
                row -> {
                    uses.put(row.getObject(1, LocalDate.class), row.getLong(2));
                },
                merchant(),
                movement.id());
        return uses;
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

package io.shuke.member.ledger;

import static io.shuke.member.ground.Bound.marks;

import io.shuke.member.ground.Bound;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.ground.Packet;
import io.shuke.member.membership.MembersChanged;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes decided movements, one statement a table however many there are and all in one packet; see {@link Books} for why not a mapper. */
@Repository
class Pen {

    private record LotKey(long account, LocalDate expiresOn) {}

    private final JdbcTemplate database;
    private final Ids ids;
    private final ApplicationEventPublisher facts;
    private final StaffChain chain;

    Pen(JdbcTemplate database, Ids ids, ApplicationEventPublisher facts, StaffChain chain) {
        this.database = database;
        this.ids = ids;
        this.facts = facts;
        this.chain = chain;
    }

    void write(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var packet = new Packet();
        writeMovements(packet, lines);
        writeEntries(packet, lines);
        writeLots(packet, lines);
        writeLotUses(packet, lines);
        writeAccounts(packet, lines);
        packet.send(database);
        facts.publishEvent(new MembersChanged(
                lines.stream().map(line -> line.account().owned().member()).collect(Collectors.toSet())));
        facts.publishEvent(new Moved(lines.stream()
                .map(line -> line.toKnown().toEntry(line.account().owned()))
                .toList()));
        chain.append(lines);
    }

    private static void writeMovements(Packet packet, List<Line> lines) {
        packet.insert(
                "INSERT INTO movement (merchant_id, id, account_id, reference, content, reason, actor, note, reverses,"
                        + " expires_on, moved_at) VALUES ",
                "(?,?,?,?,?,?,?,?,?,?,?)",
                lines.size(),
                "",
                bound -> {
                    var merchant = merchant();
                    for (var line : lines) {
                        var posting = line.posting();
                        bound.number(merchant)
                                .number(line.id())
                                .number(line.account().id())
                                .text(posting.reference().value())
                                .bytes(posting.content())
                                .text(posting.reason().name())
                                .text(posting.actor())
                                .text(posting.note())
                                .numberOrNull(posting.reverses())
                                .day(posting.expiresOn())
                                .at(line.at());
                    }
                });
    }

    private static void writeEntries(Packet packet, List<Line> lines) {
        packet.insert(
                "INSERT INTO entry (merchant_id, movement_id, account_id, amount, seq, balance_after) VALUES ",
                "(?,?,?,?,?,?),(?,?,?,?,NULL,NULL)",
                lines.size(),
                "",
                bound -> {
                    var merchant = merchant();
                    for (var line : lines) {
                        var posting = line.posting();
                        bound.number(merchant)
                                .number(line.id())
                                .number(line.account().id())
                                .number(posting.change())
                                .number(line.seq())
                                .number(line.balance());
                        bound.number(merchant)
                                .number(line.id())
                                .number(posting.counter().id())
                                .number(-posting.change());
                    }
                });
    }

    private void writeLots(Packet packet, List<Line> lines) {
        var changes = new LinkedHashMap<LotKey, Long>();
        for (var line : lines) {
            line.lots()
                    .forEach((day, points) ->
                            changes.merge(new LotKey(line.account().id(), day), points, Long::sum));
        }
        changes.values().removeIf(none -> none == 0);
        packet.insert(
                "INSERT INTO lot (merchant_id, account_id, expires_on, id, remaining) VALUES ",
                "(?,?,?,?,?)",
                changes.size(),
                " ON DUPLICATE KEY UPDATE remaining = remaining + VALUES(remaining)",
                bound -> {
                    var merchant = merchant();
                    for (var change : changes.entrySet()) {
                        bound.number(merchant)
                                .number(change.getKey().account())
                                .day(change.getKey().expiresOn())
                                .number(ids.next())
                                .number(change.getValue());
                    }
                });
    }

    private static void writeLotUses(Packet packet, List<Line> lines) {
        packet.insert(
                "INSERT INTO lot_use (merchant_id, movement_id, account_id, expires_on, amount) VALUES ",
                "(?,?,?,?,?)",
                lines.stream().mapToInt(line -> line.uses().size()).sum(),
                "",
                bound -> {
                    var merchant = merchant();
                    for (var line : lines) {
                        for (var use : line.uses().entrySet()) {
                            bound.number(merchant)
                                    .number(line.id())
                                    .number(line.account().id())
                                    .day(use.getKey())
                                    .number(use.getValue());
                        }
                    }
                });
    }

    /** All of these rows exist and are locked; inserting over them is how one statement gives each its own values. */
    private static void writeAccounts(Packet packet, List<Line> lines) {
        var last = new TreeMap<Long, Line>();
        lines.forEach(line -> last.put(line.account().id(), line));
        packet.insert(
                "INSERT INTO ledger_account (merchant_id, id, member_id, asset, state, absorbs, balance, seq, moved_at)"
                        + " VALUES ",
                "(?,?,?,?,'',FALSE,?,?,?)",
                last.size(),
                " ON DUPLICATE KEY UPDATE balance = VALUES(balance), seq = VALUES(seq), moved_at = VALUES(moved_at)",
                bound -> {
                    var merchant = merchant();
                    for (var line : last.values()) {
                        bound.number(merchant)
                                .number(line.account().id())
                                .number(line.account().owned().member().value())
                                .text(line.account().asset().code())
                                .number(line.balance())
                                .number(line.seq())
                                .at(line.at());
                    }
                });
    }

    /** What has expired, and lots that were used up before. */
    void dropEmptyLots(Collection<Account> accounts, LocalDate before) {
        if (accounts.isEmpty()) {
            return;
        }
        database.update(
                "DELETE FROM lot WHERE merchant_id = ? AND account_id IN (" + marks("?", accounts.size())
                        + ") AND expires_on < ? AND remaining = 0",
                statement -> new Bound(statement)
                        .number(merchant())
                        .numbers(accounts.stream().map(Account::id).toList())
                        .day(before));
    }

    private static long merchant() {
        return MerchantScope.current().value();
    }
}

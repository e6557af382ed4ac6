package io.shuke.member.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface LedgerMapper {

    record BalanceRow(String asset, long balance) {}

    record OwnedRow(long memberId, long balance) {}

    @Select("<script>SELECT member_id, balance FROM ledger_account WHERE asset = #{asset} AND member_id IN"
            + " <foreach collection='members' item='one' open='(' separator=',' close=')'>#{one}</foreach></script>")
    List<OwnedRow> many(String asset, Collection<Long> members);

    record EntryRow(
            long id,
            long seq,
            long amount,
            long balanceAfter,
            String reason,
            String reference,
            String actor,
            @Nullable String note,
            Instant movedAt) {

        Entry toDomain(Owned owned) {
            return new Entry(
                    id,
                    owned.member(),
                    owned.asset(),
                    amount,
                    balanceAfter,
                    Reason.valueOf(reason),
                    new Reference(reference),
                    actor,
                    note,
                    movedAt);
        }
    }

    record LotRow(long remaining, LocalDate expiresOn) {}

    record DueRow(long accountId, long memberId, String asset, LocalDate expiresOn) {}

    @Select("SELECT asset, balance FROM ledger_account WHERE member_id = #{member}")
    List<BalanceRow> balances(long member);

    @Select("SELECT COALESCE(SUM(balance), 0) FROM ledger_account WHERE asset = #{asset} AND balance > 0")
    long outstanding(String asset);

    @Select(
            "<script>SELECT member_id FROM ledger_account WHERE member_id IN <foreach collection='members' item='member'"
                    + " open='(' separator=',' close=')'>#{member}</foreach> AND (seq &gt; 1 OR state &lt;&gt; 'OPEN')</script>")
    List<Long> moved(Collection<Long> members);

    @Select("""
            SELECT m.id, e.seq, e.amount, e.balance_after, m.reason, m.reference, m.actor, m.note, m.moved_at
            FROM ledger_account a
            JOIN entry e ON e.account_id = a.id
            JOIN movement m ON m.id = e.movement_id
            WHERE a.member_id = #{member} AND a.asset = #{asset} AND e.seq < #{before}
            ORDER BY e.seq DESC LIMIT #{limit}""")
    List<EntryRow> history(long member, String asset, long before, int limit);

    @Select("""
            SELECT l.remaining, l.expires_on
            FROM ledger_account a
            JOIN lot l ON l.account_id = a.id
            WHERE a.member_id = #{member} AND a.asset = #{asset} AND l.remaining > 0 AND l.expires_on <= #{until}
            ORDER BY l.expires_on""")
    List<LotRow> expiring(long member, String asset, LocalDate until);

    /** Continued by key behind what was given last, so that an account that must wait does not hold up the others. */
    @Select("""
            SELECT l.account_id, a.member_id, a.asset, l.expires_on
            FROM lot l
            JOIN ledger_account a ON a.id = l.account_id
            WHERE l.expires_on < #{day} AND a.asset <> 'PENDING_POINTS'
              AND (l.expires_on > #{afterDay} OR (l.expires_on = #{afterDay} AND l.account_id > #{afterAccount}))
            ORDER BY l.expires_on, l.account_id LIMIT #{limit}""")
    List<DueRow> due(LocalDate day, LocalDate afterDay, long afterAccount, int limit);

    /** By the same key as {@link #due}. */
    @Select("""
            SELECT l.account_id, a.member_id, a.asset, l.expires_on
            FROM lot l
            JOIN ledger_account a ON a.id = l.account_id
            WHERE l.expires_on <= #{until} AND l.remaining > 0 AND a.asset = #{asset} AND a.state = 'OPEN'
              AND (l.expires_on > #{after.on} OR (l.expires_on = #{after.on} AND l.account_id > #{after.account}))
            ORDER BY l.expires_on, l.account_id LIMIT #{limit}""")
    List<DueRow> soon(String asset, LocalDate until, SoonExpiring.Place after, int limit);

    @Select("""
            SELECT DISTINCT a.member_id
            FROM lot l
            JOIN ledger_account a ON a.id = l.account_id
            JOIN ledger_account p ON p.member_id = a.member_id AND p.asset = 'POINTS'
            WHERE l.expires_on <= #{day} AND a.asset = 'PENDING_POINTS' AND a.state = 'OPEN' AND p.state = 'OPEN'
            LIMIT #{limit}""")
    List<Long> maturing(LocalDate day, int limit);

    @Select("<script>SELECT DISTINCT member_id FROM ledger_account WHERE state = 'FROZEN' AND member_id IN"
            + " <foreach collection='members' item='one' open='(' separator=',' close=')'>#{one}</foreach></script>")
    Set<Long> frozen(Collection<Long> members);

    @Update("UPDATE ledger_account SET state = #{state} WHERE id = #{account}")
    void mark(long account, String state);

    @Update("UPDATE ledger_account SET state = 'MERGED', merged_into = #{kept} WHERE id = #{absorbed}")
    void merge(long absorbed, long kept);

    @Update("UPDATE ledger_account SET absorbs = TRUE, state = #{state} WHERE id = #{kept}")
    void absorb(long kept, String state);

    @Update("UPDATE ledger_account SET state = #{state}, merged_into = NULL WHERE id = #{restored}")
    void restore(long restored, String state);
}

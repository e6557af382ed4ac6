package io.shuke.member.ledger;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface LedgerFactMapper {

    record CounterRow(long counter, long amount) {}

    record OwedRow(String asset, long amount) {}

    /** By the shop's own accounts, so that what was taken back is off again. Movements are found by when they were written. */
    @Select("SELECT e.account_id AS counter, SUM(e.amount) AS amount FROM movement m"
            + " JOIN ledger_account a ON a.id = m.account_id"
            + " JOIN entry e ON e.movement_id = m.id AND e.account_id < 100"
            + " WHERE m.id >= #{from} AND m.id < #{until} AND a.asset = #{asset} GROUP BY e.account_id")
    List<CounterRow> moved(String asset, long from, long until);

    @Select("SELECT asset, SUM(balance) AS amount FROM ledger_account"
            + " WHERE asset IN ('POINTS', 'PRINCIPAL', 'GIFT') GROUP BY asset")
    List<OwedRow> owed();

    @Select("SELECT COALESCE(SUM(l.remaining), 0) FROM lot l JOIN ledger_account a ON a.id = l.account_id"
            + " WHERE l.expires_on >= #{from} AND l.expires_on <= #{through} AND a.asset = #{asset}")
    long ending(String asset, LocalDate from, LocalDate through);
}

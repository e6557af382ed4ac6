package io.shuke.member.ledger;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface MendingMapper {

    record BookRow(String asset, long balance, long seq) {}

    record LotRow(LocalDate expiresOn, long remaining) {}

    @Select("SELECT asset, balance, seq FROM ledger_account WHERE id = #{account} FOR UPDATE")
    @Nullable
    BookRow lock(long account);

    /** What the entries make of it. */
    @Select("""
            SELECT MAX(a.asset) AS asset, COALESCE(SUM(e.amount), 0) AS balance, COALESCE(MAX(e.seq), 0) AS seq
            FROM ledger_account a LEFT JOIN entry e ON e.account_id = a.id WHERE a.id = #{account}""")
    BookRow entries(long account);

    @Select(
            "SELECT expires_on, remaining FROM lot WHERE account_id = #{account} AND remaining <> 0 ORDER BY expires_on")
    List<LotRow> lots(long account);

    /** What went into lots less what came out of them. */
    @Select("""
            SELECT t.expires_on, SUM(t.amount) AS remaining
            FROM (SELECT u.expires_on, u.amount FROM lot_use u WHERE u.account_id = #{account}
                  UNION ALL
                  SELECT m.expires_on, e.amount
                  FROM movement m JOIN entry e ON e.movement_id = m.id AND e.account_id = m.account_id
                  WHERE m.expires_on IS NOT NULL AND m.account_id = #{account}) t
            GROUP BY t.expires_on HAVING SUM(t.amount) <> 0 ORDER BY t.expires_on""")
    List<LotRow> history(long account);

    @Update("UPDATE ledger_account SET balance = #{balance}, seq = #{seq} WHERE id = #{account}")
    void write(long account, long balance, long seq);

    @Delete("DELETE FROM lot WHERE account_id = #{account}")
    void dropLots(long account);

    @Insert(
            "INSERT INTO lot (account_id, expires_on, id, remaining) VALUES (#{account}, #{expiresOn}, #{id}, #{remaining})")
    void insertLot(long account, LocalDate expiresOn, long id, long remaining);
}

package io.shuke.member.purchase;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface SummaryMapper {

    record SummaryRow(
            int visits,
            long amountFen,
            @Nullable Instant firstAt,
            @Nullable Instant lastAt,
            @Nullable Long lastStore,
            @Nullable String lastChannel,
            @Nullable Long averageFen,
            @Nullable Integer hoursBetween) {}

    @Select(
            "SELECT visits, amount_fen, first_at, last_at, store_id AS last_store, channel AS last_channel, average_fen, hours_between"
                    + " FROM purchase_summary WHERE member_id = #{member}")
    @Nullable
    SummaryRow of(long member);

    record TotalRow(long memberId, int visits, long amountFen, Instant lastAt) {}

    @Select("<script>SELECT member_id, visits, amount_fen, last_at FROM purchase_summary WHERE last_at IS NOT NULL"
            + " AND member_id IN <foreach collection='members' item='one' open='(' separator=',' close=')'>#{one}</foreach>"
            + "</script>")
    List<TotalRow> totals(Collection<Long> members);

    /** One bill in force is enough. */
    @Select(
            "<script>SELECT COUNT(*) FROM (SELECT id FROM bill WHERE member_id = #{member} AND voided = FALSE AND store_id IN"
                    + " <foreach collection='stores' item='one' open='(' separator=',' close=')'>#{one}</foreach> LIMIT 1) b</script>")
    int comesTo(long member, Collection<Long> stores);

    @Select("<script>SELECT s.member_id FROM purchase_summary s WHERE s.member_id &lt; #{before} AND s.visits > 0"
            + " AND EXISTS (SELECT 1 FROM bill b WHERE b.member_id = s.member_id AND b.voided = FALSE AND b.store_id IN"
            + " <foreach collection='stores' item='one' open='(' separator=',' close=')'>#{one}</foreach>)"
            + " ORDER BY s.member_id DESC LIMIT #{limit}</script>")
    List<Long> comingTo(Collection<Long> stores, long before, int limit);

    record LastRow(long memberId, Instant lastAt) {}

    @Select("<script>SELECT member_id, last_at FROM purchase_summary WHERE last_at IS NOT NULL AND member_id IN"
            + " <foreach collection='members' item='one' open='(' separator=',' close=')'>#{one}</foreach></script>")
    List<LastRow> lastBought(Collection<Long> members);

    /** Where a member comes most often; of equals the smaller one. */
    @Select("SELECT store_id FROM bill WHERE member_id = #{member} AND voided = FALSE GROUP BY store_id"
            + " ORDER BY COUNT(*) DESC, store_id LIMIT 1")
    @Nullable
    Long favouriteStore(long member);

    @Select("SELECT channel FROM bill WHERE member_id = #{member} AND voided = FALSE GROUP BY channel"
            + " ORDER BY COUNT(*) DESC, channel LIMIT 1")
    @Nullable
    String favouriteChannel(long member);

    @Insert("INSERT IGNORE INTO purchase_summary (member_id, step, visits, amount_fen) VALUES (#{member}, 1, 0, 0)")
    void open(long member);

    @Insert("INSERT INTO purchase_summary (member_id, step, visits, amount_fen) VALUES (#{member}, #{step}, 0, 0)"
            + " ON DUPLICATE KEY UPDATE step = VALUES(step)")
    void rank(long member, int step);

    @Select("SELECT COUNT(*) FROM purchase_summary")
    long members();

    @Select("SELECT name FROM purchase_goods WHERE shelf = #{shelf} GROUP BY name ORDER BY COUNT(*) DESC, name"
            + " LIMIT #{limit}")
    List<String> popular(int shelf, int limit);

    @Select("SELECT COUNT(*) FROM purchase_summary WHERE visits > 0")
    long buyers();

    /** Takes the rows, so that no bill slips in between emptying and filling. */
    @Update(
            "UPDATE purchase_summary SET visits = 0, amount_fen = 0, first_at = NULL, last_at = NULL, last_bill = NULL, store_id = NULL,"
                    + " channel = NULL WHERE member_id >= #{first} AND member_id <= #{last}")
    void empty(long first, long last);

    @Select("SELECT member_id FROM purchase_summary WHERE member_id > #{after} ORDER BY member_id LIMIT #{limit}")
    List<Long> after(long after, int limit);
}

package io.shuke.member.balance;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ChargeMapper {

    String COLUMNS =
            "id, member_id, way, pay_fen, gift_fen, gift_days, state, actor, note, opened_at, expires_at, checks,"
                    + " check_at, paid_at, payment, credited_at, refunded_fen";

    @Insert("INSERT INTO charge (" + COLUMNS + ") VALUES (#{id}, #{memberId}, #{way}, #{payFen},"
            + " #{giftFen}, #{giftDays}, #{state}, #{actor}, #{note}, #{openedAt},"
            + " #{expiresAt}, #{checks}, #{checkAt}, #{paidAt}, #{payment}, #{creditedAt},"
            + " #{refundedFen})")
    void insert(ChargeRow row);

    @Select("SELECT " + COLUMNS + " FROM charge WHERE id = #{id}")
    @Nullable
    ChargeRow one(long id);

    @Select("SELECT " + COLUMNS + " FROM charge WHERE id = #{id} FOR UPDATE")
    @Nullable
    ChargeRow lock(long id);

    @Select("SELECT " + COLUMNS + " FROM charge WHERE payment = #{payment}")
    @Nullable
    ChargeRow paidWith(String payment);

    @Select("SELECT COUNT(*) FROM charge WHERE member_id = #{member} AND state = 'PENDING'")
    int pending(long member);

    @Select("SELECT COALESCE(SUM(pay_fen), 0) FROM charge WHERE member_id = #{member} AND state = 'PENDING'")
    long pendingFen(long member);

    /** Those that money can go back to, the newest first. */
    @Select("SELECT " + COLUMNS + " FROM charge WHERE member_id = #{member} AND state IN ('PAID', 'REFUNDING')"
            + " AND credited_at IS NOT NULL AND refunded_fen < pay_fen ORDER BY paid_at DESC, id DESC FOR UPDATE")
    List<ChargeRow> refundable(long member);

    @Update("UPDATE charge SET state = #{state}, paid_at = #{at}, payment = #{payment}, credited_at = #{creditedAt},"
            + " refunded_fen = #{refundedFen}, check_at = NULL WHERE id = #{id}")
    void paid(long id, String state, Instant at, String payment, @Nullable Instant creditedAt, long refundedFen);

    @Update("UPDATE charge SET state = 'CLOSED', check_at = NULL WHERE id = #{id} AND state = 'PENDING'")
    int close(long id);

    @Update("UPDATE charge SET state = #{state}, refunded_fen = refunded_fen + #{more} WHERE id = #{id}")
    void refund(long id, String state, long more);

    @Select("SELECT " + COLUMNS + " FROM charge WHERE check_at <= #{now} ORDER BY check_at LIMIT #{most}"
            + " FOR UPDATE SKIP LOCKED")
    List<ChargeRow> due(Instant now, int most);

    @Update("UPDATE charge SET checks = checks + 1, check_at = #{at} WHERE id = #{id}")
    void checkAgain(long id, Instant at);

    record PaidRow(long payFen, long charges, long giftFen) {}

    @Select("SELECT pay_fen, COUNT(*) AS charges, SUM(gift_fen) AS gift_fen FROM charge WHERE credited_at >= #{since}"
            + " GROUP BY pay_fen")
    List<PaidRow> since(Instant since);

    @Update("UPDATE charge SET member_id = #{kept}, merge_id = #{merge} WHERE member_id = #{absorbed}")
    void move(long absorbed, long kept, long merge);

    @Update("UPDATE charge SET member_id = #{restored}, merge_id = NULL WHERE member_id = #{kept}"
            + " AND merge_id = #{merge}")
    void giveBack(long kept, long restored, long merge);
}

package io.shuke.member.balance;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface RefundMapper {

    String COLUMNS = "id, member_id, charge_id, way, amount_fen, gift_fen, state, credited, actor, reason, opened_at,"
            + " checks, check_at, done_at";

    @Insert("INSERT INTO charge_refund (" + COLUMNS + ") VALUES (#{id}, #{memberId}, #{chargeId}, #{way},"
            + " #{amountFen}, #{giftFen}, #{state}, #{credited}, #{actor}, #{reason},"
            + " #{openedAt}, #{checks}, #{checkAt}, #{doneAt})")
    void insert(RefundRow row);

    @Select("SELECT " + COLUMNS + " FROM charge_refund WHERE id = #{id}")
    @Nullable
    RefundRow one(long id);

    @Select("SELECT " + COLUMNS + " FROM charge_refund WHERE id = #{id} FOR UPDATE")
    @Nullable
    RefundRow lock(long id);

    /** What may come back onto the card, should the refund fail. */
    @Select("SELECT COALESCE(SUM(amount_fen), 0) FROM charge_refund WHERE member_id = #{member} AND state = 'UNDERWAY'"
            + " AND credited")
    long underwayFen(long member);

    @Select("SELECT COUNT(*) FROM charge_refund WHERE charge_id = #{charge} AND state = 'UNDERWAY'")
    int underway(long charge);

    @Select("SELECT " + COLUMNS + " FROM charge_refund WHERE member_id = #{member} ORDER BY id DESC LIMIT 50")
    List<RefundRow> of(long member);

    @Update("UPDATE charge_refund SET state = #{state}, done_at = #{at}, check_at = NULL WHERE id = #{id}")
    void settle(long id, String state, Instant at);

    @Select("SELECT " + COLUMNS + " FROM charge_refund WHERE check_at <= #{now} ORDER BY check_at LIMIT #{most}"
            + " FOR UPDATE SKIP LOCKED")
    List<RefundRow> due(Instant now, int most);

    @Update("UPDATE charge_refund SET checks = checks + 1, check_at = #{at} WHERE id = #{id}")
    void checkAgain(long id, Instant at);

    /** Asked about further on: the shop may send it elsewhere in WeChat's own console. */
    @Update("UPDATE charge_refund SET stuck = TRUE WHERE id = #{id} AND state = 'UNDERWAY'")
    void stuck(long id);

    @Select("SELECT " + COLUMNS + " FROM charge_refund WHERE (state = 'UNDERWAY' AND stuck)"
            + " OR (state = 'FAILED' AND NOT credited) ORDER BY id DESC LIMIT #{most}")
    List<RefundRow> waiting(int most);

    @Select("SELECT COUNT(*) FROM charge_refund WHERE id = #{id} AND ((state = 'UNDERWAY' AND stuck)"
            + " OR (state = 'FAILED' AND NOT credited))")
    int waits(long id);

    @Update("UPDATE charge_refund SET state = #{state}, done_at = #{at}, check_at = NULL, settled_by = #{staff},"
            + " settled_reason = #{reason} WHERE id = #{id}")
    void decide(long id, String state, String staff, String reason, Instant at);

    @Update("UPDATE charge_refund SET stuck = FALSE, checks = 0, check_at = #{at}, settled_by = #{staff},"
            + " settled_reason = #{reason} WHERE id = #{id}")
    void tryAgain(long id, String staff, String reason, Instant at);

    @Update("UPDATE charge_refund SET member_id = #{kept}, merge_id = #{merge} WHERE member_id = #{absorbed}")
    void move(long absorbed, long kept, long merge);

    @Update("UPDATE charge_refund SET member_id = #{restored}, merge_id = NULL WHERE member_id = #{kept}"
            + " AND merge_id = #{merge}")
    void giveBack(long kept, long restored, long merge);
}

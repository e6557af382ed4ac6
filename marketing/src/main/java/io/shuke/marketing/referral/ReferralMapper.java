package io.shuke.marketing.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ReferralMapper {

    String ROW = "SELECT id, inviter_id, invitee_id, plan, state, why, review, joined_at, due_on FROM referral";

    @Select("SELECT code FROM invite_code WHERE member_id = #{member}")
    @Nullable
    String code(long member);

    @Select("SELECT code FROM invite_code WHERE member_id = #{member} FOR UPDATE")
    @Nullable
    String lockCode(long member);

    @Select("SELECT member_id FROM invite_code WHERE code = #{code}")
    @Nullable
    Long owner(String code);

    /** Does nothing when the member has one already, or somebody else has this one. */
    @Insert("INSERT IGNORE INTO invite_code (member_id, code) VALUES (#{member}, #{code})")
    void insertCode(long member, String code);

    @Insert("INSERT INTO referral (id, inviter_id, invitee_id, plan, state, why, review, joined_at) VALUES (#{id},"
            + " #{inviterId}, #{inviteeId}, #{plan}, #{state}, #{why}, #{review}, #{joinedAt})")
    void insert(ReferralRow row);

    @Select("SELECT COUNT(*) FROM referral WHERE inviter_id = #{inviter} AND joined_at >= #{since}")
    int broughtSince(long inviter, Instant since);

    @Select(ROW + " WHERE id = #{id} FOR UPDATE")
    @Nullable
    ReferralRow lock(long id);

    @Select(ROW + " WHERE id = #{id}")
    @Nullable
    ReferralRow one(long id);

    @Select(ROW + " WHERE bill_id = #{bill}")
    @Nullable
    ReferralRow byBill(long bill);

    @Select(ROW + " WHERE invitee_id = #{invitee}")
    @Nullable
    ReferralRow byInvitee(long invitee);

    @Select(ROW + " WHERE inviter_id = #{inviter} AND id < #{before} ORDER BY id DESC LIMIT #{limit}")
    List<ReferralRow> ofInviter(long inviter, long before, int limit);

    @Select("<script>" + ROW + " WHERE id &lt; #{before} <if test='review'>AND review = TRUE AND state IN"
            + " ('JOINED', 'BOUGHT')</if> ORDER BY id DESC LIMIT #{limit}</script>")
    List<ReferralRow> page(boolean review, long before, int limit);

    @Select("SELECT id FROM referral WHERE state = 'BOUGHT' AND due_on <= #{today} AND review = FALSE AND id > #{after}"
            + " ORDER BY id LIMIT #{limit}")
    List<Long> due(LocalDate today, long after, int limit);

    @Update("UPDATE referral SET state = 'BOUGHT', bill_id = #{bill}, due_on = #{dueOn} WHERE id = #{id}"
            + " AND state = 'JOINED'")
    void bought(long id, long bill, LocalDate dueOn);

    @Update("UPDATE referral SET state = 'JOINED', bill_id = NULL, due_on = NULL WHERE id = #{id}")
    void notBought(long id);

    @Update("UPDATE referral SET state = #{state}, why = #{why} WHERE id = #{id}")
    void end(long id, Referral.State state, Referral.@Nullable Why why);

    @Update("UPDATE referral SET review = FALSE, decided_by = #{by} WHERE id = #{id}")
    void reviewed(long id, String by);

    @Insert("INSERT INTO referral_reward (referral_id, side, member_id, state, coupon_id, refused, given_on) VALUES"
            + " (#{referralId}, #{side}, #{memberId}, #{state}, #{couponId}, #{refused}, #{givenOn})")
    void insertReward(RewardRow reward);

    @Select("SELECT referral_id, side, member_id, state, coupon_id, refused, given_on FROM referral_reward"
            + " WHERE referral_id = #{referral} ORDER BY side")
    List<RewardRow> rewards(long referral);

    @Update("UPDATE referral_reward SET state = #{state} WHERE referral_id = #{referral} AND side = #{side}")
    void reward(long referral, RewardRow.Side side, RewardRow.State state);

    @Select("SELECT COUNT(*) FROM referral_reward WHERE member_id = #{inviter} AND side = 'INVITER'"
            + " AND given_on >= #{since} AND state <> 'REFUSED'")
    int rewarded(long inviter, LocalDate since);

    /** @return 1 when the member owed one */
    @Update("UPDATE referral_reward SET state = 'SETTLED' WHERE member_id = #{member} AND state = 'OWED'"
            + " ORDER BY referral_id LIMIT 1")
    int settleOne(long member);

    @Select("SELECT state, COUNT(*) AS many FROM referral WHERE joined_at >= #{since} GROUP BY state")
    List<Count> states(Instant since);

    record Count(Referral.State state, long many) {}

    @Select("SELECT COUNT(*) FROM referral_reward WHERE given_on >= #{since} AND coupon_id IS NOT NULL"
            + " AND state <> 'TAKEN_BACK'")
    long coupons(LocalDate since);

    @Select("SELECT COUNT(*) FROM referral WHERE review = TRUE AND state IN ('JOINED', 'BOUGHT')")
    long toReview();

    @Insert("INSERT INTO referral_mark (mark, until_day) VALUES (#{mark}, #{until})"
            + " ON DUPLICATE KEY UPDATE until_day = #{until}")
    void mark(byte[] mark, LocalDate until);

    @Select("<script>SELECT COUNT(*) FROM referral_mark WHERE mark IN <foreach collection='marks' item='mark' open='('"
            + " separator=',' close=')'>#{mark}</foreach></script>")
    int marked(Collection<byte[]> marks);

    @Delete("DELETE FROM referral_mark WHERE until_day < #{today}")
    int forget(LocalDate today);

    @Select("SELECT id FROM referral WHERE inviter_id = #{inviter}")
    List<Long> idsOf(long inviter);

    @Insert("INSERT INTO referral_move (merge_id, referral_id) VALUES (#{merge}, #{id})")
    void remember(long merge, long id);

    @Select("SELECT referral_id FROM referral_move WHERE merge_id = #{merge}")
    List<Long> moved(long merge);

    @Update("UPDATE referral SET inviter_id = #{inviter} WHERE id = #{id}")
    void move(long id, long inviter);

    @Update("UPDATE referral SET state_before = state, state = 'REFUSED', why = 'MERGED', voided_by = #{merge}"
            + " WHERE id = #{id} AND state IN ('JOINED', 'BOUGHT')")
    void voidFor(long id, long merge);

    @Update("UPDATE referral SET state = state_before, why = NULL, voided_by = NULL, state_before = NULL"
            + " WHERE voided_by = #{merge} AND state = 'REFUSED'")
    void revive(long merge);
}

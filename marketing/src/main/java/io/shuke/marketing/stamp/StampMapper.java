package io.shuke.marketing.stamp;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface StampMapper {

    record EarningRow(
            long cardId,
            long billId,
            long memberId,
            @Nullable LocalDate onceOn,
            int stamps,
            int takenBack) {

        int left() {
            return stamps - takenBack;
        }
    }

    @Select("SELECT card_id, bill_id, member_id, once_on, stamps, taken_back FROM stamp_earning WHERE bill_id = #{bill}"
            + " ORDER BY card_id FOR UPDATE")
    List<EarningRow> lockEarnings(long bill);

    @Select("SELECT card_id, bill_id, member_id, once_on, stamps, taken_back FROM stamp_earning WHERE bill_id = #{bill}"
            + " ORDER BY card_id")
    List<EarningRow> earnings(long bill);

    @Select("SELECT COUNT(*) FROM stamp_earning WHERE card_id = #{card} AND member_id = #{member} AND once_on = #{day}")
    int stampedOn(long card, long member, LocalDate day);

    @Insert("INSERT INTO stamp_earning (card_id, bill_id, member_id, once_on, stamps, taken_back) VALUES (#{cardId},"
            + " #{billId}, #{memberId}, #{onceOn}, #{stamps}, #{takenBack})")
    void insertEarning(EarningRow earning);

    /** Nothing is left of it, so the day may be stamped for another bill. */
    @Update("UPDATE stamp_earning SET taken_back = taken_back + #{more},"
            + " once_on = CASE WHEN taken_back = stamps THEN NULL ELSE once_on END"
            + " WHERE card_id = #{card} AND bill_id = #{bill}")
    void takeBack(long card, long bill, int more);

    @Select("SELECT id, card_id, member_id, round, stamps, text, coupon_id, state, earned_at, settled_at"
            + " FROM stamp_reward WHERE card_id = #{card} AND member_id = #{member} AND round = #{round}"
            + " AND stamps = #{stamps}")
    @Nullable
    StampRewardRow reached(long card, long member, int round, int stamps);

    @Select("SELECT id, card_id, member_id, round, stamps, text, coupon_id, state, earned_at, settled_at"
            + " FROM stamp_reward WHERE member_id = #{member} AND state = 'READY' ORDER BY id")
    List<StampRewardRow> ready(long member);

    @Select("SELECT id, card_id, member_id, round, stamps, text, coupon_id, state, earned_at, settled_at"
            + " FROM stamp_reward WHERE member_id = #{member} ORDER BY id")
    List<StampRewardRow> ofMember(long member);

    @Select("SELECT id, card_id, member_id, round, stamps, text, coupon_id, state, earned_at, settled_at"
            + " FROM stamp_reward WHERE id = #{id} FOR UPDATE")
    @Nullable
    StampRewardRow lockReward(long id);

    @Insert(
            "INSERT INTO stamp_reward (id, card_id, member_id, round, stamps, text, coupon_id, state, earned_at)"
                    + " VALUES (#{id}, #{cardId}, #{memberId}, #{round}, #{stamps}, #{text}, #{couponId}, #{state}, #{earnedAt})")
    void insertReward(StampRewardRow reward);

    @Update("UPDATE stamp_reward SET state = 'READY', settled_at = NULL, settled_by = NULL WHERE id = #{id}"
            + " AND state = 'WITHDRAWN'")
    void restore(long id);

    /** Only what still waits: it may be handed over and withdrawn in the same moment. */
    @Update("UPDATE stamp_reward SET state = #{state}, settled_at = #{at}, settled_by = #{by} WHERE id = #{id}"
            + " AND state = 'READY'")
    void settle(long id, String state, Instant at, String by);

    /** What waits is given as a coupon. */
    @Update("UPDATE stamp_reward SET state = 'COLLECTED', coupon_id = #{coupon}, settled_at = #{at},"
            + " settled_by = 'system' WHERE id = #{id} AND state = 'READY'")
    void give(long id, long coupon, Instant at);

    /** The coupon is no longer in the wallet; its id stays, so that the next one for this reward is another. */
    @Update("UPDATE stamp_reward SET state = 'WITHDRAWN', settled_at = #{at} WHERE id = #{id}"
            + " AND state = 'COLLECTED' AND coupon_id = #{coupon}")
    void withdraw(long id, long coupon, Instant at);

    /** A reward that both have for the same round stays where it is. */
    @Update("UPDATE IGNORE stamp_reward SET member_id = #{kept}, merge_id = #{merge} WHERE member_id = #{absorbed}"
            + " AND merge_id IS NULL")
    void moveRewards(long absorbed, long kept, long merge);

    @Update("UPDATE stamp_reward SET member_id = #{restored}, merge_id = NULL WHERE member_id = #{kept}"
            + " AND merge_id = #{merge}")
    void returnRewards(long kept, long restored, long merge);
}

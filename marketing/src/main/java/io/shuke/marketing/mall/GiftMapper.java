package io.shuke.marketing.mall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface GiftMapper {

    /** How many have gone: today to everybody, in all to one member, today to that member. */
    record TakenRow(int today, int member, int memberToday) {}

    @Select("SELECT id, version, title, points, stock, given, per_member, per_member_a_day, a_day, level_step, visits,"
            + " from_day, through_day, days_to_collect, offered FROM gift ORDER BY points, id")
    List<GiftRow> gifts();

    @Select("SELECT id, version, title, points, stock, given, per_member, per_member_a_day, a_day, level_step, visits,"
            + " from_day, through_day, days_to_collect, offered FROM gift WHERE id = #{id}")
    @Nullable
    GiftRow gift(long id);

    @Select("SELECT id, version, title, points, stock, given, per_member, per_member_a_day, a_day, level_step, visits,"
            + " from_day, through_day, days_to_collect, offered FROM gift WHERE id = #{id} FOR UPDATE")
    @Nullable
    GiftRow lock(long id);

    @Insert(
            "INSERT INTO gift (id, version, title, points, stock, given, per_member, per_member_a_day, a_day, level_step,"
                    + " visits, from_day, through_day, days_to_collect, offered) VALUES (#{id}, #{version}, #{title}, #{points},"
                    + " #{stock}, #{given}, #{perMember}, #{perMemberADay}, #{aDay}, #{levelStep}, #{visits}, #{fromDay},"
                    + " #{throughDay}, #{daysToCollect}, #{offered})")
    void insert(GiftRow gift);

    @Update("UPDATE gift SET version = #{version}, title = #{title}, points = #{points}, stock = #{stock},"
            + " per_member = #{perMember}, per_member_a_day = #{perMemberADay}, a_day = #{aDay},"
            + " level_step = #{levelStep}, visits = #{visits}, from_day = #{fromDay}, through_day = #{throughDay},"
            + " days_to_collect = #{daysToCollect}, offered = #{offered} WHERE id = #{id}")
    void update(GiftRow gift);

    @Update("UPDATE gift SET given = given + #{more} WHERE id = #{id}")
    void give(long id, int more);

    @Select("SELECT COALESCE(SUM(on_day = #{today}), 0) AS today, COALESCE(SUM(member_id = #{member}), 0) AS member,"
            + " COALESCE(SUM(member_id = #{member} AND on_day = #{today}), 0) AS member_today"
            + " FROM gift_redemption WHERE gift_id = #{gift} AND state <> 'RETURNED'"
            + " AND (on_day = #{today} OR member_id = #{member})")
    TakenRow taken(long gift, long member, LocalDate today);

    @Select("SELECT id, gift_id, member_id, title, points, code, state, on_day, redeemed_at,"
            + " collect_through, settled_at FROM gift_redemption WHERE code = #{code}")
    @Nullable
    RedemptionRow byCode(String code);

    @Select("SELECT id, gift_id, member_id, title, points, code, state, on_day, redeemed_at,"
            + " collect_through, settled_at FROM gift_redemption WHERE id = #{id} FOR UPDATE")
    @Nullable
    RedemptionRow lockRedemption(long id);

    @Select("SELECT id, gift_id, member_id, title, points, code, state, on_day, redeemed_at,"
            + " collect_through, settled_at FROM gift_redemption WHERE member_id = #{member} AND id < #{before}"
            + " ORDER BY id DESC LIMIT #{limit}")
    List<RedemptionRow> ofMember(long member, long before, int limit);

    /** Continued by key, so that one which cannot go back does not hold up the others. */
    @Select("SELECT id FROM gift_redemption WHERE state = 'READY' AND collect_through < #{today} AND id > #{after}"
            + " ORDER BY id LIMIT #{limit}")
    List<Long> overdue(LocalDate today, long after, int limit);

    @Insert("INSERT INTO gift_redemption (id, gift_id, member_id, title, points, code, state, on_day,"
            + " redeemed_at, collect_through) VALUES (#{id}, #{giftId}, #{memberId}, #{title}, #{points},"
            + " #{code}, #{state}, #{onDay}, #{redeemedAt}, #{collectThrough})")
    void redeem(RedemptionRow redemption);

    @Update("UPDATE gift_redemption SET state = #{state}, settled_at = #{at}, settled_by = #{by} WHERE id = #{id}"
            + " AND state = 'READY'")
    int settle(long id, String state, Instant at, String by);

    @Update("UPDATE gift_redemption SET member_id = #{kept}, merge_id = #{merge} WHERE member_id = #{absorbed}"
            + " AND merge_id IS NULL")
    void move(long absorbed, long kept, long merge);

    @Update("UPDATE gift_redemption SET member_id = #{restored}, merge_id = NULL WHERE member_id = #{kept}"
            + " AND merge_id = #{merge}")
    void moveBack(long kept, long restored, long merge);
}

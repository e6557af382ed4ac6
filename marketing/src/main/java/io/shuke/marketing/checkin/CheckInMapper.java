package io.shuke.marketing.checkin;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface CheckInMapper {

    @Select("""
            <script>
            SELECT member_id, on_day, streak, made_up, points, points_after, checked_in_at FROM check_in
            WHERE on_day BETWEEN #{first} AND #{last} AND member_id IN
            <foreach collection="members" item="member" open="(" separator="," close=")">#{member}</foreach>
            </script>
            """)
    List<CheckInRow> lately(Collection<Long> members, LocalDate first, LocalDate last);

    @Select("SELECT member_id, on_day, streak, made_up, points, points_after, checked_in_at FROM check_in"
            + " WHERE member_id = #{member} AND on_day BETWEEN #{first} AND #{last} ORDER BY on_day")
    List<CheckInRow> between(long member, LocalDate first, LocalDate last);

    @Select("SELECT member_id, on_day, streak, made_up, points, points_after, checked_in_at FROM check_in"
            + " WHERE member_id = #{member} ORDER BY on_day")
    List<CheckInRow> all(long member);

    @Insert("INSERT INTO check_in (member_id, on_day, streak, made_up, points, points_after, checked_in_at)"
            + " VALUES (#{memberId}, #{onDay}, #{streak}, #{madeUp}, #{points}, #{pointsAfter}, #{checkedInAt})")
    void insert(CheckInRow row);

    @Update("UPDATE check_in SET streak = #{streak} WHERE member_id = #{member} AND on_day = #{day}")
    void lengthen(long member, LocalDate day, int streak);

    @Select("SELECT COUNT(*) FROM check_in WHERE member_id = #{member} AND made_up = TRUE"
            + " AND on_day BETWEEN #{first} AND #{last}")
    int madeUp(long member, LocalDate first, LocalDate last);

    @Select("SELECT id, member_id, rule, on_day, kind, text, points, granted_at FROM reward_grant"
            + " WHERE member_id = #{member} AND on_day BETWEEN #{first} AND #{last} ORDER BY id")
    List<GrantRow> grantsBetween(long member, LocalDate first, LocalDate last);

    @Select("""
            <script>
            SELECT id, member_id, rule, on_day, kind, text, points, granted_at FROM reward_grant
            WHERE on_day &gt;= #{first} AND member_id IN
            <foreach collection="members" item="member" open="(" separator="," close=")">#{member}</foreach>
            </script>
            """)
    List<GrantRow> grantsSince(Collection<Long> members, LocalDate first);

    @Select("SELECT COUNT(*) FROM reward_grant WHERE member_id = #{member} AND kind = #{kind}")
    int grantsOf(long member, String kind);
}

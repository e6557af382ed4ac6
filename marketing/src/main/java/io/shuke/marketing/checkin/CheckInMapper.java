package io.shuke.marketing.checkin;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
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

    @Select("SELECT COUNT(*) FROM check_in WHERE on_day = #{day}")
    int count(LocalDate day);

    record FactRow(long days, long members) {}

    @Select("SELECT COUNT(*) AS days, COUNT(DISTINCT member_id) AS members FROM check_in"
            + " WHERE on_day >= #{first} AND on_day < #{end}")
    FactRow told(LocalDate first, LocalDate end);

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

    @Insert("INSERT INTO check_in (member_id, on_day, streak, made_up, points, points_after, checked_in_at, merge_id)"
            + " VALUES (#{row.memberId}, #{row.onDay}, #{row.streak}, #{row.madeUp}, #{row.points},"
            + " #{row.pointsAfter}, #{row.checkedInAt}, #{merge})")
    void insertMerged(CheckInRow row, long merge);

    @Delete("DELETE FROM check_in WHERE member_id = #{member} AND merge_id = #{merge}")
    void dropMerged(long member, long merge);

    /** A grant that both have for the same day stays where it is. */
    @Update("UPDATE IGNORE reward_grant SET member_id = #{kept}, merge_id = #{merge} WHERE member_id = #{absorbed}"
            + " AND merge_id IS NULL")
    void moveGrants(long absorbed, long kept, long merge);

    @Update("UPDATE reward_grant SET member_id = #{restored}, merge_id = NULL WHERE member_id = #{kept}"
            + " AND merge_id = #{merge}")
    void returnGrants(long kept, long restored, long merge);
}

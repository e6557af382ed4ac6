package io.shuke.marketing.referral;

import java.time.LocalDate;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface TraceMapper {

    @Insert("INSERT INTO referral_trace (member_id, mark, kind, seen_on) VALUES (#{member}, #{mark}, #{kind}, #{day})"
            + " ON DUPLICATE KEY UPDATE seen_on = #{day}")
    void seen(long member, byte[] mark, Traces.Kind kind, LocalDate day);

    /** What a friend has in common with his inviter or with those whom the inviter brought earlier. */
    @Select("SELECT kind FROM referral_trace WHERE member_id = #{friend} AND mark IN (SELECT mark FROM referral_trace"
            + " WHERE member_id = #{inviter} OR member_id IN (SELECT invitee_id FROM referral"
            + " WHERE inviter_id = #{inviter} AND id < #{before})) ORDER BY kind LIMIT 1")
    Traces.@Nullable Kind shared(long friend, long inviter, long before);

    @Delete("DELETE FROM referral_trace WHERE seen_on < #{day}")
    void forget(LocalDate day);

    @Delete("DELETE FROM referral_trace WHERE member_id = #{member}")
    void forgetMember(long member);
}

package io.shuke.console.staff;

import com.baomidou.mybatisplus.annotation.InterceptorIgnore;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface InvitationMapper {

    record InvitationRow(long staffId, byte[] secretHash, String name, Role role, Instant expiresAt) {}

    /** Of all merchants, and nothing but which: the secret is all that its bearer has. */
    @InterceptorIgnore(tenantLine = "true")
    @Select("SELECT merchant_id FROM staff_invitation WHERE secret_hash = #{hash} AND expires_at > #{now}")
    @Nullable
    Long merchantOf(byte[] hash, Instant now);

    /** So that two who come with the same link wait for one another. */
    @Select("SELECT staff_id, secret_hash, name, role, expires_at FROM staff_invitation"
            + " WHERE secret_hash = #{hash} AND expires_at > #{now} FOR UPDATE")
    @Nullable
    InvitationRow lock(byte[] hash, Instant now);

    @Select("SELECT staff_id, secret_hash, name, role, expires_at FROM staff_invitation"
            + " WHERE expires_at > #{now} ORDER BY staff_id")
    List<InvitationRow> open(Instant now);

    @Insert("INSERT INTO staff_invitation (staff_id, secret_hash, name, role, expires_at)"
            + " VALUES (#{staffId}, #{secretHash}, #{name}, #{role}, #{expiresAt})")
    void insert(InvitationRow row);

    @Delete("DELETE FROM staff_invitation WHERE staff_id = #{staff}")
    int delete(long staff);
}

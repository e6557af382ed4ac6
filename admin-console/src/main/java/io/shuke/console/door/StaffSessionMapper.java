package io.shuke.console.door;

import com.baomidou.mybatisplus.annotation.InterceptorIgnore;
import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface StaffSessionMapper {

    record SessionRow(long staffId, int generation, Instant expiresAt) {}

    /** Of all merchants, and nothing but which: a token does not say for whom its owner works. */
    @InterceptorIgnore(tenantLine = "true")
    @Select("SELECT merchant_id FROM staff_session WHERE token_hash = #{hash}")
    @Nullable
    Long merchantOf(byte[] hash);

    @Select("SELECT staff_id, generation, expires_at FROM staff_session WHERE token_hash = #{hash}")
    @Nullable
    SessionRow one(byte[] hash);

    @Insert("INSERT INTO staff_session (token_hash, staff_id, generation, opened_at, expires_at)"
            + " VALUES (#{hash}, #{row.staffId}, #{row.generation}, #{openedAt}, #{row.expiresAt})")
    void insert(byte[] hash, SessionRow row, Instant openedAt);

    @Update("UPDATE staff_session SET proven_at = #{at} WHERE token_hash = #{hash}")
    void prove(byte[] hash, Instant at);

    @Select("SELECT proven_at FROM staff_session WHERE token_hash = #{hash}")
    @Nullable
    Instant provenAt(byte[] hash);

    @Delete("DELETE FROM staff_session WHERE token_hash = #{hash}")
    void delete(byte[] hash);

    @Delete("DELETE FROM staff_session WHERE staff_id = #{staff} AND expires_at < #{now}")
    void deleteExpired(long staff, Instant now);
}

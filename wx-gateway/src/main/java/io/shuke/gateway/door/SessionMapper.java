package io.shuke.gateway.door;

import com.baomidou.mybatisplus.annotation.InterceptorIgnore;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface SessionMapper {

    record SessionRow(long id, byte[] identities, @Nullable Long memberId) {}

    record EndedRow(
            long id, @Nullable Long sessionId, @Nullable Long memberId, Instant endedAt) {}

    @Insert("INSERT INTO customer_session (id, identities, member_id, opened_at, expires_at)"
            + " VALUES (#{id}, #{identities}, #{member}, #{openedAt}, #{expiresAt})")
    void insert(long id, byte[] identities, @Nullable Long member, Instant openedAt, Instant expiresAt);

    @Select("SELECT id, identities, member_id FROM customer_session WHERE id = #{id}")
    @Nullable
    SessionRow one(long id);

    @Update("UPDATE customer_session SET member_id = #{member} WHERE id = #{id}")
    void joined(long id, long member);

    @Insert("INSERT INTO ended_session (session_id, member_id, ended_at) VALUES (#{session}, #{member}, #{at})")
    void end(@Nullable Long session, @Nullable Long member, Instant at);

    /** Of all merchants: every node must know every session that has ended. */
    @InterceptorIgnore(tenantLine = "true")
    @Select("SELECT id, session_id, member_id, ended_at FROM ended_session WHERE id > #{after}"
            + " AND ended_at > #{since} ORDER BY id LIMIT 10000")
    List<EndedRow> endedAfter(long after, Instant since);
}

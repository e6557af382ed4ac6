package io.shuke.gateway.door;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface FirstAnswerMapper {

    record AnswerRow(byte[] content, @Nullable Integer status, byte @Nullable [] body) {}

    /** 1 for a new key, 2 for a known one. */
    @Insert("INSERT INTO first_answer (caller, idempotency_key, content, asked, asked_at)"
            + " VALUES (#{caller}, #{key}, #{content}, 1, #{at}) ON DUPLICATE KEY UPDATE asked = asked + 1")
    int claim(String caller, String key, byte[] content, Instant at);

    @Select("SELECT content, status, body FROM first_answer WHERE caller = #{caller} AND idempotency_key = #{key}")
    @Nullable
    AnswerRow one(String caller, String key);

    @Update("UPDATE first_answer SET status = #{status}, body = #{body}"
            + " WHERE caller = #{caller} AND idempotency_key = #{key}")
    void answer(String caller, String key, int status, byte[] body);

    @Delete("DELETE FROM first_answer WHERE asked_at < #{before} ORDER BY asked_at LIMIT #{many}")
    int forget(Instant before, int many);
}

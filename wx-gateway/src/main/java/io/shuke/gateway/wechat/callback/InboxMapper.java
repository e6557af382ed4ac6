package io.shuke.gateway.wechat.callback;

import com.baomidou.mybatisplus.annotation.InterceptorIgnore;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface InboxMapper {

    record WaitingRow(long id, String account, byte[] body, int attempts) {}

    /** Not IGNORE, which would also swallow a value that does not fit. */
    @Insert("<script>INSERT INTO inbox (id, account, message_key, body, received_at, next_attempt_at) VALUES"
            + " <foreach collection='rows' item='row' separator=','>(#{row.id}, #{row.account}, #{row.messageKey},"
            + " #{row.body}, #{row.receivedAt}, #{row.receivedAt})</foreach>"
            + " ON DUPLICATE KEY UPDATE id = inbox.id</script>")
    void insert(List<InboxRow> rows);

    /** Crosses merchants, to learn for whom there is work; the work itself is then done for each on its own. */
    @InterceptorIgnore(tenantLine = "true")
    @Select("SELECT DISTINCT merchant_id FROM inbox WHERE next_attempt_at <= #{now} LIMIT 1000")
    List<Long> merchantsWithWork(Instant now);

    @Select("SELECT id, account, body, attempts FROM inbox WHERE next_attempt_at <= #{now}"
            + " ORDER BY next_attempt_at, id LIMIT #{most} FOR UPDATE SKIP LOCKED")
    List<WaitingRow> claim(Instant now, int most);

    @Select("SELECT id FROM inbox WHERE next_attempt_at <= #{now} ORDER BY next_attempt_at, id LIMIT #{most}")
    List<Long> due(Instant now, int most);

    @Select("SELECT id, account, body, attempts FROM inbox WHERE id = #{id} AND next_attempt_at <= #{now}"
            + " FOR UPDATE SKIP LOCKED")
    @Nullable
    WaitingRow claimOne(long id, Instant now);

    @Update("<script>UPDATE inbox SET processed_at = #{now}, next_attempt_at = NULL, body = NULL WHERE id IN"
            + " <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach></script>")
    int processed(List<Long> ids, Instant now);

    @Update("UPDATE inbox SET attempts = #{attempts}, next_attempt_at = #{next} WHERE id = #{id}")
    int postpone(long id, int attempts, Instant next);

    @Update("UPDATE inbox SET attempts = #{attempts}, next_attempt_at = NULL, parked_at = #{now} WHERE id = #{id}")
    int park(long id, int attempts, Instant now);

    @Delete("DELETE FROM inbox WHERE processed_at < #{before} LIMIT 1000")
    int forgetProcessed(Instant before);
}

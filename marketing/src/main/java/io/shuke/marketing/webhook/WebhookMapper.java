package io.shuke.marketing.webhook;

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
interface WebhookMapper {

    record WebhookRow(long id, String url, String events, byte[] secret, Instant since) {}

    record MessageRow(
            long id,
            long webhookId,
            String event,
            String facts,
            Instant happenedAt,
            int attempts,
            @Nullable Instant nextAt,
            @Nullable Instant deliveredAt,
            @Nullable String outcome) {}

    @Select("SELECT id, url, events, secret, since FROM webhook ORDER BY id")
    List<WebhookRow> all();

    @Insert(
            "INSERT INTO webhook (id, url, events, secret, since) VALUES (#{id}, #{url}, #{events}, #{secret}, #{since})")
    void insert(WebhookRow row);

    @Delete("DELETE FROM webhook WHERE id = #{id}")
    int delete(long id);

    @Insert("INSERT INTO webhook_message (id, webhook_id, event, facts, happened_at, attempts, next_at)"
            + " VALUES (#{id}, #{webhook}, #{event}, #{facts}, #{at}, 0, #{at})")
    void queue(long id, long webhook, String event, String facts, Instant at);

    /** Whoever has work, of all merchants. */
    @InterceptorIgnore(tenantLine = "true")
    @Select("SELECT DISTINCT merchant_id FROM webhook_message WHERE next_at <= #{now}")
    List<Long> merchantsWithWork(Instant now);

    @Select(
            "SELECT * FROM webhook_message WHERE next_at <= #{now} ORDER BY next_at LIMIT #{most} FOR UPDATE SKIP LOCKED")
    List<MessageRow> due(Instant now, int most);

    @Update("UPDATE webhook_message SET attempts = attempts + 1, next_at = #{again} WHERE id = #{id}")
    void claim(long id, Instant again);

    /** Only for the attempt that is still the last one: a node that slept must not speak for the others. */
    @Update("UPDATE webhook_message SET delivered_at = #{delivered}, next_at = #{next}, outcome = #{outcome}"
            + " WHERE id = #{id} AND attempts = #{attempt}")
    int settle(long id, int attempt, @Nullable Instant delivered, @Nullable Instant next, String outcome);

    @Update("UPDATE webhook_message SET next_at = NULL, outcome = 'removed' WHERE webhook_id = #{webhook}"
            + " AND next_at IS NOT NULL")
    void abandon(long webhook);

    @Update("UPDATE webhook_message SET next_at = #{now}, attempts = 0, delivered_at = NULL"
            + " WHERE webhook_id = #{webhook} AND id = #{id}")
    int replay(long webhook, long id, Instant now);

    @Update("UPDATE webhook_message SET next_at = #{now}, attempts = 0, delivered_at = NULL"
            + " WHERE webhook_id = #{webhook} AND happened_at >= #{since}")
    int replaySince(long webhook, Instant since, Instant now);

    @Select(
            "SELECT * FROM webhook_message WHERE webhook_id = #{webhook} AND id < #{before} ORDER BY id DESC LIMIT #{size}")
    List<MessageRow> messages(long webhook, long before, int size);

    @Delete("DELETE FROM webhook_message WHERE next_at IS NULL AND happened_at < #{before} LIMIT #{many}")
    int forget(Instant before, int many);
}

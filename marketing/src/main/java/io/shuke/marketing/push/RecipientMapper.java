package io.shuke.marketing.push;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface RecipientMapper {

    record ReceivedRow(long memberId, int many) {}

    record FinishRow(String account, String messageId, String status, Instant at) {}

    record MarksRow(long sent, long delivered, long opened, long heldOut) {}

    @Select("<script>SELECT r.member_id, COUNT(*) AS many FROM push_recipient r JOIN push p ON p.id = r.push_id"
            + " WHERE r.sent_at &gt; #{since} AND p.topic IN ('OFFER', 'NEWS', 'CARE') AND r.member_id IN "
            + PushMapper.MEMBERS
            + " GROUP BY r.member_id</script>")
    List<ReceivedRow> received(Collection<Long> members, Instant since);

    /** Who sends has died, or lost his way: what he had in hand may have gone out. */
    @Update("UPDATE push_recipient SET state = 'UNKNOWN', reason = 'NODE_DIED' WHERE push_id = #{push}"
            + " AND state = 'SENDING' AND claimed_at < #{before}")
    int abandon(long push, Instant before);

    @Update("UPDATE push_recipient SET state = 'SKIPPED', reason = 'STOPPED' WHERE push_id = #{push}"
            + " AND state = 'PENDING'")
    void stop(long push);

    @Insert(
            "INSERT INTO push_finish (account, message_id, status, at) VALUES (#{account}, #{messageId}, #{status}, #{at})"
                    + " ON DUPLICATE KEY UPDATE at = at")
    void finished(FinishRow finish);

    /** Read with a lock: a word that is being written down just now is waited for. */
    @Select(
            "<script>SELECT account, message_id, status, at FROM push_finish WHERE account = #{account} AND message_id IN"
                    + " <foreach collection='messages' item='one' open='(' separator=',' close=')'>#{one}</foreach>"
                    + " FOR UPDATE</script>")
    List<FinishRow> finishes(String account, Collection<String> messages);

    @Update("UPDATE push_recipient SET state = #{state}, reason = #{reason}, delivered_at = #{delivered}"
            + " WHERE account = #{account} AND message_id = #{message} AND state = 'SENT' AND delivered_at IS NULL")
    int settleFinished(
            String account, String message, String state, @Nullable String reason, @Nullable Instant delivered);

    @Update("UPDATE push_recipient SET opened_at = #{at} WHERE push_id = #{push} AND member_id = #{member}"
            + " AND opened_at IS NULL")
    void opened(long push, long member, Instant at);

    @Select("SELECT MIN(sent_at) FROM push_recipient WHERE push_id = #{push}")
    @Nullable
    Instant firstSent(long push);

    @Select("SELECT COALESCE(SUM(state = 'SENT'), 0) AS sent, COUNT(delivered_at) AS delivered,"
            + " COUNT(opened_at) AS opened, COALESCE(SUM(state = 'HELD_OUT'), 0) AS held_out"
            + " FROM push_recipient WHERE push_id = #{push}")
    MarksRow marks(long push);

    @Select("SELECT member_id FROM push_recipient WHERE push_id = #{push} AND state = #{state}"
            + " AND member_id > #{after} ORDER BY member_id LIMIT #{limit}")
    List<Long> members(long push, String state, long after, int limit);
}

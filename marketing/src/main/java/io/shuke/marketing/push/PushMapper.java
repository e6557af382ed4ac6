package io.shuke.marketing.push;

import com.baomidou.mybatisplus.annotation.InterceptorIgnore;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PushMapper {

    String MEMBERS = "<foreach collection='members' item='one' open='(' separator=',' close=')'>#{one}</foreach>";
    String IDS = "<foreach collection='ids' item='one' open='(' separator=',' close=')'>#{one}</foreach>";

    record PushRow(
            long id,
            String kind,
            @Nullable String reference,
            String title,
            String topic,
            String state,
            boolean everybody,
            @Nullable Long segmentId,
            @Nullable Long offerId,
            int holdOut,
            boolean frozen,
            long lastMember,
            Instant nextAt,
            @Nullable String why,
            String actor,
            Instant madeAt,
            @Nullable Instant endedAt) {}

    record LegRow(long pushId, int leg, String way, String account, String template, String content, String path) {}

    record WaitingRow(long pushId, long memberId, int leg, int attempts) {}

    record CountRow(String state, int leg, @Nullable String reason, long many) {}

    record LineRow(String account, Instant closedUntil, String why) {}

    String COLUMNS =
            "id, kind, reference, title, topic, state, everybody, segment_id, offer_id, hold_out, frozen, last_member,"
                    + " next_at, why, actor, made_at, ended_at";

    @Insert("INSERT INTO push (" + COLUMNS + ") VALUES (#{id}, #{kind}, #{reference}, #{title}, #{topic}, #{state},"
            + " #{everybody}, #{segmentId}, #{offerId}, #{holdOut}, #{frozen}, #{lastMember}, #{nextAt}, #{why}, #{actor}, #{madeAt},"
            + " #{endedAt})")
    void insert(PushRow push);

    @Insert("INSERT INTO push_leg (push_id, leg, way, account, template, content, path)"
            + " VALUES (#{pushId}, #{leg}, #{way}, #{account}, #{template}, #{content}, #{path})")
    void insertLeg(LegRow leg);

    @Insert("<script>INSERT INTO push_named (push_id, member_id) VALUES <foreach collection='members' item='one'"
            + " separator=','>(#{push}, #{one})</foreach></script>")
    void name(long push, Collection<Long> members);

    @Select("SELECT " + COLUMNS + " FROM push WHERE id = #{id}")
    @Nullable
    PushRow one(long id);

    @Select("SELECT " + COLUMNS + " FROM push WHERE id = #{id} FOR UPDATE")
    @Nullable
    PushRow held(long id);

    @Select("SELECT " + COLUMNS + " FROM push WHERE reference = #{reference}")
    @Nullable
    PushRow byReference(String reference);

    @Select("SELECT " + COLUMNS + " FROM push WHERE kind = 'PUSH' AND id < #{before} ORDER BY id DESC LIMIT #{limit}")
    List<PushRow> page(long before, int limit);

    @Select("<script>SELECT push_id, leg, way, account, template, content, path FROM push_leg WHERE push_id IN " + IDS
            + " ORDER BY push_id, leg</script>")
    List<LegRow> legs(Collection<Long> ids);

    @Update("UPDATE push SET state = #{state}, why = #{why}, next_at = #{next}, ended_at = #{ended} WHERE id = #{id}")
    void setState(long id, String state, @Nullable String why, Instant next, @Nullable Instant ended);

    /** Whoever has work, of all merchants. */
    @InterceptorIgnore(tenantLine = "true")
    @Select("SELECT DISTINCT merchant_id FROM push WHERE state IN ('FREEZING', 'RUNNING') AND next_at <= #{now}")
    List<Long> merchantsWithWork(Instant now);

    /** Nothing while another node is at it. */
    @Select("SELECT " + COLUMNS + " FROM push WHERE state = 'FREEZING' AND next_at <= #{now} ORDER BY next_at LIMIT 1"
            + " FOR UPDATE SKIP LOCKED")
    @Nullable
    PushRow freezing(Instant now);

    @Update("UPDATE push SET last_member = #{last} WHERE id = #{id}")
    void frozenUpTo(long id, long last);

    @Update("UPDATE push SET frozen = TRUE, state = 'RUNNING' WHERE id = #{id}")
    void frozen(long id);

    @Select("SELECT member_id FROM push_named WHERE push_id = #{push} AND member_id > #{after} ORDER BY member_id"
            + " LIMIT #{limit}")
    List<Long> named(long push, long after, int limit);

    /** Notices first: somebody waits for them. */
    @Select("SELECT " + COLUMNS + " FROM push WHERE state = 'RUNNING' AND next_at <= #{now}"
            + " ORDER BY kind, next_at LIMIT #{limit}")
    List<PushRow> due(Instant now, int limit);

    @Select("<script>SELECT push_id, member_id, leg, attempts FROM push_recipient WHERE push_id IN " + IDS
            + " AND state = 'PENDING' AND due_at &lt;= #{now} LIMIT #{most} FOR UPDATE SKIP LOCKED</script>")
    List<WaitingRow> take(Collection<Long> ids, Instant now, int most);

    @Update("UPDATE push SET next_at = #{at} WHERE id = #{id} AND state = 'RUNNING' AND next_at < #{at}")
    void later(long id, Instant at);

    @Update("UPDATE push SET state = 'PAUSED', why = #{why}, next_at = #{at} WHERE id = #{id} AND state = 'RUNNING'")
    void pauseBy(long id, String why, Instant at);

    /** Those of which messages may still be in somebody's hands. */
    @Select("SELECT id FROM push WHERE state IN ('RUNNING', 'PAUSED') OR state = 'STOPPED' AND ended_at > #{since}")
    List<Long> unfinished(Instant since);

    @Update("UPDATE push SET state = 'DONE', ended_at = #{at} WHERE id = #{id} AND state = 'RUNNING'"
            + " AND NOT EXISTS (SELECT 1 FROM push_recipient r WHERE r.push_id = push.id"
            + " AND r.state IN ('PENDING', 'SENDING'))")
    int done(long id, Instant at);

    @Select("SELECT MIN(due_at) FROM push_recipient WHERE push_id = #{push} AND state = 'PENDING'")
    @Nullable
    Instant nextDue(long push);

    @Select("SELECT state, leg, reason, COUNT(*) AS many FROM push_recipient WHERE push_id = #{push}"
            + " GROUP BY state, leg, reason")
    List<CountRow> counts(long push);

    @Select("SELECT account, closed_until, why FROM push_line WHERE closed_until > #{now}")
    List<LineRow> closed(Instant now);

    @Insert("INSERT INTO push_line (account, closed_until, why) VALUES (#{account}, #{until}, #{why})"
            + " ON DUPLICATE KEY UPDATE why = IF(VALUES(closed_until) > closed_until, VALUES(why), why),"
            + " closed_until = GREATEST(closed_until, VALUES(closed_until))")
    void close(String account, Instant until, String why);

    record RulesRow(int most, int days, LocalTime quietFrom, LocalTime quietUntil, int boughtDays, int holdOut) {}

    @Select("SELECT most, days, quiet_from, quiet_until, bought_days, hold_out FROM push_rules")
    @Nullable
    RulesRow rules();

    @Insert("INSERT INTO push_rules (most, days, quiet_from, quiet_until, bought_days, hold_out)"
            + " VALUES (#{most}, #{days}, #{quietFrom}, #{quietUntil}, #{boughtDays}, #{holdOut})"
            + " ON DUPLICATE KEY UPDATE most = VALUES(most), days = VALUES(days), quiet_from = VALUES(quiet_from),"
            + " quiet_until = VALUES(quiet_until), bought_days = VALUES(bought_days), hold_out = VALUES(hold_out)")
    void setRules(RulesRow rules);
}

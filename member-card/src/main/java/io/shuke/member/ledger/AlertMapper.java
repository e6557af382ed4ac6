package io.shuke.member.ledger;

import io.shuke.member.membership.MemberId;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface AlertMapper {

    record AlertRow(
            long id,
            String ruleName,
            long accountId,
            @Nullable Long memberId,
            @Nullable String asset,
            String detail,
            Instant foundAt,
            @Nullable Instant settledAt,
            @Nullable String actor,
            @Nullable String reason,
            @Nullable Boolean mended,
            @Nullable Instant actedAt) {

        Alert toDomain() {
            return new Alert(
                    id,
                    ruleName,
                    memberId == null ? null : new MemberId(memberId),
                    asset == null ? null : new Asset(asset),
                    detail,
                    foundAt,
                    settledAt == null,
                    actor == null || reason == null || actedAt == null
                            ? null
                            : new Alert.Settled(actor, reason, Boolean.TRUE.equals(mended), actedAt));
        }
    }

    String ALERTS = """
            SELECT r.id, r.rule_name, r.account_id, a.member_id, a.asset, r.detail, r.found_at, r.settled_at,
                   t.actor, t.reason, t.mended, t.acted_at
            FROM ledger_alert r LEFT JOIN ledger_account a ON a.id = r.account_id
            LEFT JOIN ledger_alert_act t ON t.id = r.act_id
            """;

    @Select("SELECT position FROM ledger_round")
    @Nullable
    Long position();

    @Select("""
            SELECT MAX(n.id) FROM (SELECT id FROM ledger_account WHERE id > #{after} ORDER BY id LIMIT #{size}) n""")
    @Nullable
    Long upTo(long after, int size);

    @Insert("""
            INSERT INTO ledger_round (position) VALUES (#{position})
            ON DUPLICATE KEY UPDATE position = #{position}""")
    void goOn(long position);

    @Update("UPDATE ledger_account SET state = 'FROZEN' WHERE id = #{account} AND state = 'OPEN'")
    void freeze(long account);

    /** Somebody has looked at exactly this and let it be. */
    @Select("""
            SELECT COUNT(*) FROM ledger_alert WHERE rule_name = #{rule} AND account_id = #{account}
              AND subject = #{subject} AND detail = #{detail} AND settled_at IS NOT NULL""")
    int settledAs(String rule, long account, long subject, String detail);

    /** What was found before is told again; what was settled is open again. */
    @Insert("""
            INSERT INTO ledger_alert (id, rule_name, account_id, subject, detail, found_at)
            VALUES (#{id}, #{rule}, #{account}, #{subject}, #{detail}, #{now})
            ON DUPLICATE KEY UPDATE found_at = IF(settled_at IS NULL, found_at, #{now}), detail = #{detail},
                                    settled_at = NULL""")
    void raise(long id, String rule, long account, long subject, String detail, Instant now);

    @Select(ALERTS + "ORDER BY r.settled_at IS NOT NULL, r.id DESC LIMIT #{size}")
    List<AlertRow> newest(int size);

    @Select(ALERTS + "WHERE r.id = #{id}")
    @Nullable
    AlertRow one(long id);

    @Select("SELECT id FROM ledger_alert WHERE account_id = #{account} AND settled_at IS NULL ORDER BY id FOR UPDATE")
    List<Long> open(long account);

    @Update("UPDATE ledger_alert SET settled_at = #{now}, act_id = #{act} WHERE id = #{id} AND settled_at IS NULL")
    int settle(long id, long act, Instant now);

    @Insert("""
            INSERT INTO ledger_alert_act (id, alert_id, actor, reason, mended, acted_at)
            VALUES (#{id}, #{alert}, #{actor}, #{reason}, #{mended}, #{now})""")
    void note(long id, long alert, String actor, String reason, boolean mended, Instant now);

    @Update("UPDATE ledger_account SET state = 'OPEN' WHERE id = #{account} AND state = 'FROZEN'")
    void unfreeze(long account);
}

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
            @Nullable Long memberId,
            @Nullable String asset,
            String detail,
            Instant foundAt) {

        Alert toDomain() {
            return new Alert(
                    id,
                    ruleName,
                    memberId == null ? null : new MemberId(memberId),
                    asset == null ? null : new Asset(asset),
                    detail,
                    foundAt);
        }
    }

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

    /** What was found before is told again. */
    @Insert("""
            INSERT INTO ledger_alert (id, rule_name, account_id, subject, detail, found_at)
            VALUES (#{id}, #{rule}, #{account}, #{subject}, #{detail}, #{now})
            ON DUPLICATE KEY UPDATE detail = #{detail}""")
    void raise(long id, String rule, long account, long subject, String detail, Instant now);

    @Select("""
            SELECT r.id, r.rule_name, a.member_id, a.asset, r.detail, r.found_at
            FROM ledger_alert r LEFT JOIN ledger_account a ON a.id = r.account_id
            ORDER BY r.id DESC LIMIT #{size}""")
    List<AlertRow> newest(int size);
}

package io.shuke.marketing.push;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface CreditMapper {

    record CreditRow(long memberId, String account, String template, int credits) {}

    record ConsentRow(
            long memberId,
            String reference,
            Instant at,
            String account,
            String template,
            String source,
            boolean paired) {}

    record WordRow(long memberId, String account, Instant at) {}

    String SPOT = " WHERE account = #{account} AND template = #{template} AND member_id ";

    /** @return 0 when this answer was counted before */
    @Insert("INSERT IGNORE INTO push_consent (member_id, reference, at, account, template, source, paired)"
            + " VALUES (#{memberId}, #{reference}, #{at}, #{account}, #{template}, #{source}, #{paired})")
    int remember(ConsentRow consent);

    /** @return 1 when the same answer had been told from the other side */
    @Update("UPDATE push_consent SET paired = TRUE WHERE member_id = #{row.memberId} AND account = #{row.account}"
            + " AND template = #{row.template} AND source <> #{row.source} AND paired = FALSE"
            + " AND at > #{from} AND at < #{until} ORDER BY at LIMIT 1")
    int pair(ConsentRow row, Instant from, Instant until);

    @Update("UPDATE push_consent SET paired = TRUE WHERE member_id = #{memberId} AND reference = #{reference}")
    void paired(ConsentRow row);

    @Insert(
            "INSERT INTO push_credit (member_id, account, template, credits, changed_at)"
                    + " VALUES (#{member}, #{account}, #{template}, #{credits}, #{at})"
                    + " ON DUPLICATE KEY UPDATE credits = LEAST(credits + VALUES(credits), 1000), changed_at = VALUES(changed_at)")
    void add(long member, String account, String template, int credits, Instant at);

    @Update("UPDATE push_credit SET credits = 0, changed_at = #{at}" + SPOT + "= #{member}")
    void empty(long member, String account, String template, Instant at);

    @Update("<script>UPDATE push_credit SET credits = credits - 1, changed_at = #{at}" + SPOT + "IN "
            + PushMapper.MEMBERS + " AND credits &gt; 0</script>")
    void spend(Collection<Long> members, String account, String template, Instant at);

    @Select("<script>SELECT member_id, account, template, credits FROM push_credit WHERE credits &gt; 0"
            + " AND member_id IN " + PushMapper.MEMBERS + "</script>")
    List<CreditRow> of(Collection<Long> members);

    /** Words come late and out of order; the last one counts. */
    @Insert("INSERT INTO push_word (member_id, account, at) VALUES (#{member}, #{account}, #{at})"
            + " ON DUPLICATE KEY UPDATE at = GREATEST(at, VALUES(at))")
    void word(long member, String account, Instant at);

    @Select("<script>SELECT member_id, account, at FROM push_word WHERE at &gt; #{since} AND member_id IN "
            + PushMapper.MEMBERS + "</script>")
    List<WordRow> words(Collection<Long> members, Instant since);
}

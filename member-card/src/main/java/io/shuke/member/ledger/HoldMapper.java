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
interface HoldMapper {

    String HELD = "HELD";
    String CAPTURED = "CAPTURED";
    String RELEASED = "RELEASED";

    record HoldRow(
            long id,
            long memberId,
            long accountId,
            String asset,
            String reference,
            long amount,
            long captured,
            Instant endsAt,
            String state) {

        static HoldRow of(Entry entry, long account, Instant until) {
            return new HoldRow(
                    entry.id(),
                    entry.member().value(),
                    account,
                    entry.asset().code(),
                    entry.reference().value(),
                    -entry.change(),
                    0,
                    until,
                    HELD);
        }

        boolean is(String one) {
            return state.equals(one);
        }

        Owned owned() {
            return new Owned(new MemberId(memberId), new Asset(asset));
        }

        Reversal back(String prefix) {
            return Reversal.of(
                    new MemberId(memberId),
                    new Asset(asset),
                    new Reference(reference),
                    new Reference(prefix + id),
                    Reason.RELEASE);
        }
    }

    /** The same hold again finds itself. */
    @Insert("""
            INSERT INTO ledger_hold (id, member_id, account_id, asset, reference, amount, captured, ends_at, state)
            VALUES (#{id}, #{memberId}, #{accountId}, #{asset}, #{reference}, #{amount}, #{captured}, #{endsAt}, #{state})
            ON DUPLICATE KEY UPDATE amount = amount""")
    void place(HoldRow row);

    @Select("""
            SELECT id, member_id, account_id, asset, reference, amount, captured, ends_at, state FROM ledger_hold
            WHERE member_id = #{member} AND asset = #{asset} AND reference = #{reference} ORDER BY id LIMIT 1""")
    @Nullable
    HoldRow of(long member, String asset, String reference);

    @Select("""
            SELECT h.id, h.member_id, h.account_id, h.asset, h.reference, h.amount, h.captured, h.ends_at, h.state
            FROM ledger_hold h
            JOIN ledger_account a ON a.member_id = h.member_id AND a.asset = h.asset
            WHERE h.state = 'HELD' AND h.ends_at <= #{now} AND a.state = 'OPEN'
            ORDER BY h.ends_at LIMIT #{limit}""")
    List<HoldRow> ended(Instant now, int limit);

    @Select("""
            <script>
            SELECT id, member_id, account_id, asset, reference, amount, captured, ends_at, state FROM ledger_hold
            WHERE state = 'HELD' AND id IN (<foreach collection="ids" item="id" separator=",">#{id}</foreach>)
            </script>""")
    List<HoldRow> held(List<Long> ids);

    @Update("UPDATE ledger_hold SET state = #{state}, captured = #{captured} WHERE id = #{id}")
    void settle(long id, String state, long captured);

    @Update("UPDATE ledger_hold SET member_id = #{member} WHERE account_id = #{account} AND state = 'HELD'")
    void moveTo(long member, long account);

    /** Who leaves forfeits what he had reserved. */
    @Update("UPDATE ledger_hold SET state = 'RELEASED' WHERE account_id = #{account} AND state = 'HELD'")
    void drop(long account);
}

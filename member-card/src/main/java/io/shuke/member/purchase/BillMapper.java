package io.shuke.member.purchase;

import io.shuke.member.ground.Fen;
import io.shuke.member.membership.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface BillMapper {

    String BILL = "SELECT id, store_id, channel, order_no, member_id, gross_fen, paid_fen, refunded_fen, voided, step,"
            + " points, bought_at FROM bill";

    record BillRow(
            long id,
            long storeId,
            String channel,
            String orderNo,
            @Nullable Long memberId,
            long grossFen,
            long paidFen,
            long refundedFen,
            boolean voided,
            int step,
            long points,
            Instant boughtAt) {

        Bill toDomain(List<LineRow> lines) {
            return new Bill(
                    new BillId(id),
                    new Order(storeId, channel, orderNo),
                    memberId == null ? null : new MemberId(memberId),
                    lines.stream().map(LineRow::toDomain).toList(),
                    new Fen(grossFen),
                    new Fen(paidFen),
                    step,
                    points,
                    boughtAt);
        }
    }

    record LineRow(long billId, int line, String sku, String name, String category, int quantity, long amountFen) {

        BillLine toDomain() {
            return new BillLine(sku, name, category, quantity, new Fen(amountFen));
        }
    }

    record RefundRow(long id, long amountFen) {}

    record ItemRow(int line, int quantity) {}

    @Select(BILL + " WHERE store_id = #{storeId} AND channel = #{channel} AND order_no = #{number}")
    @Nullable
    BillRow byOrder(Order order);

    @Select(BILL + " WHERE id = #{id}")
    @Nullable
    BillRow one(long id);

    @Select(BILL + " WHERE id = #{id} FOR UPDATE")
    @Nullable
    BillRow lock(long id);

    @Select(BILL + " WHERE member_id = #{member} AND id < #{before} ORDER BY id DESC LIMIT #{limit}")
    List<BillRow> trail(long member, long before, int limit);

    /** Of all members, oldest first, behind the one given last. */
    @Select(BILL + " WHERE member_id IS NOT NULL AND voided = FALSE AND (bought_at > #{after}"
            + " OR (bought_at = #{after} AND id > #{afterId})) ORDER BY bought_at, id LIMIT #{limit}")
    List<BillRow> since(Instant after, long afterId, int limit);

    @Select("<script>SELECT bill_id, line, sku, name, category, quantity, amount_fen FROM bill_line WHERE bill_id IN"
            + " <foreach collection='bills' item='bill' open='(' separator=',' close=')'>#{bill}</foreach>"
            + " ORDER BY bill_id, line</script>")
    List<LineRow> lines(Collection<Long> bills);

    @Select("SELECT COALESCE(SUM(points), 0) FROM bill WHERE member_id = #{member} AND voided = FALSE"
            + " AND bought_at >= #{from} AND bought_at < #{to}")
    long points(long member, Instant from, Instant to);

    @Select("SELECT id, amount_fen FROM bill_refund WHERE bill_id = #{bill} AND order_no = #{orderNo}")
    @Nullable
    RefundRow refund(long bill, String orderNo);

    @Select("SELECT line, quantity FROM bill_refund_line WHERE refund_id = #{refund} ORDER BY line")
    List<ItemRow> items(long refund);

    @Select("SELECT l.line, SUM(l.quantity) AS quantity FROM bill_refund r"
            + " JOIN bill_refund_line l ON l.refund_id = r.id WHERE r.bill_id = #{bill} GROUP BY l.line")
    List<ItemRow> returned(long bill);

    @Insert("INSERT INTO bill_refund (id, bill_id, order_no, amount_fen, refunded_at)"
            + " VALUES (#{id}, #{bill}, #{orderNo}, #{amount}, #{at})")
    void insertRefund(long id, long bill, String orderNo, long amount, Instant at);

    @Insert("INSERT INTO bill_refund_line (refund_id, line, quantity) VALUES (#{refund}, #{line}, #{quantity})")
    void insertItem(long refund, int line, int quantity);

    @Update("UPDATE bill SET refunded_fen = refunded_fen + #{amount}, voided = #{voided} WHERE id = #{id}")
    void goesBack(long id, long amount, boolean voided);

    @Insert("INSERT INTO bill_move (merge_id, bill_id) SELECT #{merge}, id FROM bill WHERE member_id = #{from}")
    void noteMoves(long merge, long from);

    @Update("UPDATE bill SET member_id = #{to} WHERE member_id = #{from}")
    void move(long from, long to);

    @Select("SELECT bill_id FROM bill_move WHERE merge_id = #{merge}")
    List<Long> moves(long merge);

    @Update("<script>UPDATE bill SET member_id = #{to} WHERE member_id = #{from} AND id IN"
            + " <foreach collection='bills' item='bill' open='(' separator=',' close=')'>#{bill}</foreach></script>")
    void moveBack(long from, long to, Collection<Long> bills);

    @Update("UPDATE bill SET member_id = NULL WHERE member_id = #{member}")
    void forget(long member);

    @Delete("DELETE FROM purchase_summary WHERE member_id = #{member}")
    void forgetSummary(long member);

    @Delete("DELETE FROM purchase_goods WHERE member_id = #{member}")
    void forgetGoods(long member);

    @Select("<script>SELECT COUNT(DISTINCT member_id) AS people, COUNT(*) AS bills,"
            + " COALESCE(SUM(paid_fen - refunded_fen), 0) AS fen FROM bill WHERE voided = FALSE"
            + " AND bought_at &gt;= #{from} AND bought_at &lt; #{to} AND member_id IN"
            + " <foreach collection='members' item='one' open='(' separator=',' close=')'>#{one}</foreach></script>")
    Spending spending(Collection<Long> members, Instant from, Instant to);
}

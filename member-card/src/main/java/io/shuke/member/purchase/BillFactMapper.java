package io.shuke.member.purchase;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface BillFactMapper {

    /** Money of bills that were reversed is in it: it goes off on the day it went back. */
    record BillFactRow(
            long storeId,
            long bills,
            long memberBills,
            long paid,
            long paidByMembers,
            long buyers,
            long returningOnes) {}

    record RefundFactRow(long storeId, long paid, long paidByMembers) {}

    String FIGURES = " COALESCE(SUM(b.voided = FALSE), 0) AS bills,"
            + " COALESCE(SUM(b.voided = FALSE AND b.member_id IS NOT NULL), 0) AS member_bills,"
            + " COALESCE(SUM(b.paid_fen), 0) AS paid,"
            + " COALESCE(SUM(CASE WHEN b.member_id IS NULL THEN 0 ELSE b.paid_fen END), 0) AS paid_by_members,"
            + " COUNT(DISTINCT CASE WHEN b.voided = FALSE THEN b.member_id END) AS buyers,"
            + " COUNT(DISTINCT CASE WHEN b.voided = FALSE AND s.first_at < b.bought_at THEN b.member_id END) AS returning_ones"
            + " FROM bill b LEFT JOIN purchase_summary s ON s.member_id = b.member_id"
            + " WHERE b.bought_at >= #{from} AND b.bought_at < #{until}";

    @Select("SELECT b.store_id," + FIGURES + " GROUP BY b.store_id")
    List<BillFactRow> byStore(Instant from, Instant until);

    @Select("SELECT 0 AS store_id," + FIGURES)
    BillFactRow whole(Instant from, Instant until);

    @Select("SELECT b.store_id, COALESCE(SUM(r.amount_fen), 0) AS paid,"
            + " COALESCE(SUM(CASE WHEN b.member_id IS NULL THEN 0 ELSE r.amount_fen END), 0) AS paid_by_members"
            + " FROM bill_refund r JOIN bill b ON b.id = r.bill_id"
            + " WHERE r.refunded_at >= #{from} AND r.refunded_at < #{until} GROUP BY b.store_id")
    List<RefundFactRow> refunds(Instant from, Instant until);
}

package io.shuke.marketing.coupon;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** Rows are found by when they were made: ids are in the order of time. */
@Mapper
interface CouponFactMapper {

    record IssuedRow(String kind, long many) {}

    record UsedRow(long storeId, String kind, long many, long fen) {}

    @Select("SELECT o.kind, COUNT(*) AS many FROM coupon c JOIN offer o ON o.id = c.offer_id"
            + " WHERE c.id >= #{from} AND c.id < #{until} GROUP BY o.kind")
    List<IssuedRow> issued(long from, long until);

    @Select("SELECT r.store_id, o.kind, COUNT(*) AS many, SUM(r.discount_fen - r.returned_fen) AS fen"
            + " FROM coupon_redemption r JOIN coupon c ON c.id = r.coupon_id JOIN offer o ON o.id = c.offer_id"
            + " WHERE r.id >= #{from} AND r.id < #{until} AND r.in_force = 1 GROUP BY r.store_id, o.kind")
    List<UsedRow> used(long from, long until);
}

package io.shuke.marketing.coupon;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface RedemptionMapper {

    record RedemptionRow(
            long id,
            long couponId,
            String reference,
            long storeId,
            String actor,
            long discountFen,
            long returnedFen,
            Instant redeemedAt) {}

    String COLUMNS = "id, coupon_id, reference, store_id, actor, discount_fen, returned_fen, redeemed_at";

    @Insert(
            "<script>INSERT INTO coupon_redemption (id, coupon_id, reference, store_id, actor, discount_fen, returned_fen,"
                    + " redeemed_at, in_force) VALUES <foreach collection='rows' item='row' separator=','>(#{row.id},"
                    + " #{row.couponId}, #{row.reference}, #{row.storeId}, #{row.actor}, #{row.discountFen}, 0,"
                    + " #{row.redeemedAt}, 1)</foreach></script>")
    void insert(List<RedemptionRow> rows);

    @Select("SELECT " + COLUMNS + " FROM coupon_redemption WHERE coupon_id = #{coupon} AND in_force = 1")
    @Nullable
    RedemptionRow inForce(long coupon);

    @Select("SELECT " + COLUMNS + " FROM coupon_redemption WHERE reference = #{reference} AND in_force = 1"
            + " ORDER BY coupon_id")
    List<RedemptionRow> ofBill(String reference);

    @Update("<script>UPDATE coupon_redemption SET in_force = NULL, reversed_at = #{at} WHERE in_force = 1 AND id IN"
            + " <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach></script>")
    int reverse(Collection<Long> ids, Instant at);

    @Update("UPDATE coupon_redemption SET returned_fen = returned_fen + #{fen} WHERE id = #{id} AND in_force = 1"
            + " AND returned_fen + #{fen} <= discount_fen")
    int giveBack(long id, long fen);

    @Select("SELECT fen FROM coupon_return WHERE redemption_id = #{redemption} AND reference = #{reference}")
    @Nullable
    Long returned(long redemption, String reference);

    /** The same for a redemption that has been reversed since. */
    @Select("SELECT r.fen FROM coupon_return r JOIN coupon_redemption d ON d.id = r.redemption_id"
            + " WHERE d.reference = #{bill} AND d.coupon_id = #{coupon} AND r.reference = #{reference}")
    @Nullable
    Long returnedOnce(String bill, long coupon, String reference);

    @Insert("INSERT INTO coupon_return (redemption_id, reference, fen, returned_at)"
            + " VALUES (#{redemption}, #{reference}, #{fen}, #{at})")
    void insertReturn(long redemption, String reference, long fen, Instant at);
}

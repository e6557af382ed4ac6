package io.shuke.marketing.till;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface SettlementMapper {

    @Insert("INSERT INTO settlement (id, key_id, store_id, order_no, member_id, content, level, total_fen, level_fen,"
            + " coupon_fen, coupons, points, points_fen, principal_fen, gift_fen, paid_fen, points_earned, growth,"
            + " explained, withheld, settled_at) VALUES (#{id}, #{keyId}, #{storeId}, #{orderNo}, #{memberId}, #{content},"
            + " #{level}, #{totalFen}, #{levelFen}, #{couponFen}, #{coupons}, #{points}, #{pointsFen}, #{principalFen},"
            + " #{giftFen}, #{paidFen}, #{pointsEarned}, #{growth}, #{explained}, #{withheld}, #{settledAt})")
    void insert(SettlementRow row);

    @Select("SELECT * FROM settlement WHERE store_id = #{store} AND order_no = #{orderNo}")
    @Nullable
    SettlementRow byOrder(long store, String orderNo);

    @Select("SELECT * FROM settlement WHERE id = #{id}")
    @Nullable
    SettlementRow one(long id);

    @Insert("INSERT INTO settlement_refund (id, bill_id, order_no, amount_fen, money_fen, principal_fen, gift_fen,"
            + " points_taken_back, points_given_back, growth_taken_back, left_fen, whole, refunded_at) VALUES (#{id},"
            + " #{billId}, #{orderNo}, #{amountFen}, #{moneyFen}, #{principalFen}, #{giftFen}, #{pointsTakenBack},"
            + " #{pointsGivenBack}, #{growthTakenBack}, #{leftFen}, #{whole}, #{refundedAt})")
    void insertRefund(RefundRow row);

    @Select("SELECT * FROM settlement_refund WHERE id = #{id}")
    @Nullable
    RefundRow refund(long id);
}

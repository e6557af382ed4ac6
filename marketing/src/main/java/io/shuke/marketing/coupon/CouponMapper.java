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
interface CouponMapper {

    record CountRow(long offerId, long memberId, int many, int last) {}

    String COLUMNS = "id, offer_id, member_id, issued_to, n, way, reference, code, state, valid_from, valid_until,"
            + " held_by, held_until, issued_at";
    String OFFERS = "<foreach collection='offers' item='offer' open='(' separator=',' close=')'>#{offer}</foreach>";
    String MEMBERS = "<foreach collection='members' item='one' open='(' separator=',' close=')'>#{one}</foreach>";
    String IDS = "<foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>";

    @Select("<script>SELECT offer_id, member_id, COUNT(*) AS many, MAX(n) AS last FROM coupon WHERE member_id IN "
            + MEMBERS + " AND offer_id IN " + OFFERS + " GROUP BY offer_id, member_id</script>")
    List<CountRow> counts(Collection<Long> members, Collection<Long> offers);

    @Select("<script>SELECT " + COLUMNS + " FROM coupon WHERE issued_to IN " + MEMBERS + " AND reference IN"
            + " <foreach collection='references' item='one' open='(' separator=',' close=')'>#{one}</foreach></script>")
    List<CouponRow> known(Collection<Long> members, Collection<String> references);

    @Select("SELECT " + COLUMNS + " FROM coupon WHERE id = #{id}")
    @Nullable
    CouponRow one(long id);

    @Select("SELECT " + COLUMNS + " FROM coupon WHERE code_hash = #{hash}")
    @Nullable
    CouponRow byCode(byte[] hash);

    @Select("<script>SELECT " + COLUMNS + " FROM coupon WHERE id IN " + IDS + " ORDER BY id</script>")
    List<CouponRow> some(Collection<Long> ids);

    @Select("<script>SELECT " + COLUMNS + " FROM coupon WHERE code_hash IN <foreach collection='hashes' item='hash'"
            + " open='(' separator=',' close=')'>#{hash}</foreach> ORDER BY id</script>")
    List<CouponRow> byCodes(Collection<byte[]> hashes);

    @Select("SELECT " + COLUMNS + " FROM coupon WHERE member_id = #{member} AND id < #{before}"
            + " ORDER BY id DESC LIMIT #{limit}")
    List<CouponRow> page(long member, long before, int limit);

    @Select("SELECT " + COLUMNS + " FROM coupon WHERE member_id = #{member} AND state = 'CLAIMED'"
            + " AND valid_from <= #{now} AND valid_until > #{now} ORDER BY valid_until, id LIMIT #{limit}")
    List<CouponRow> usable(long member, Instant now, int limit);

    @Select("SELECT COUNT(*) FROM coupon WHERE member_id = #{member} AND state = 'CLAIMED' AND valid_until > #{now}")
    int inWallet(long member, Instant now);

    @Select("SELECT " + COLUMNS + " FROM coupon WHERE valid_until >= #{from} AND valid_until < #{until}"
            + " AND state = 'CLAIMED' AND id > #{after} ORDER BY id LIMIT #{limit}")
    List<CouponRow> expiring(Instant from, Instant until, long after, int limit);

    @Select("SELECT COUNT(*) FROM coupon WHERE member_id = #{member} AND state = 'CLAIMED' AND valid_until > #{after}"
            + " AND valid_until <= #{until}")
    int ending(long member, Instant after, Instant until);

    @Select("<script>SELECT " + COLUMNS + " FROM coupon WHERE id IN " + IDS + " ORDER BY id FOR UPDATE</script>")
    List<CouponRow> lock(Collection<Long> ids);

    @Update("<script>UPDATE coupon SET held_by = #{till}, held_until = #{until} WHERE id IN " + IDS
            + " AND member_id = #{member} AND state = 'CLAIMED' AND valid_from &lt;= #{now} AND valid_until > #{now}"
            + " AND (held_until IS NULL OR held_until &lt;= #{now} OR held_by = #{till})</script>")
    int hold(Collection<Long> ids, long member, String till, Instant now, Instant until);

    @Update("<script>UPDATE coupon SET held_by = NULL, held_until = NULL WHERE id IN " + IDS
            + " AND held_by = #{till} AND state = 'CLAIMED'</script>")
    int release(Collection<Long> ids, String till);

    @Update("<script>UPDATE coupon SET state = 'REDEEMED', held_by = NULL, held_until = NULL WHERE id IN " + IDS
            + " AND member_id = #{member} AND state = 'CLAIMED' AND valid_from &lt;= #{now} AND valid_until > #{now}"
            + " AND (held_until IS NULL OR held_until &lt;= #{now} OR held_by = #{till})</script>")
    int redeem(Collection<Long> ids, long member, String till, Instant now);

    @Update("<script>UPDATE coupon SET state = 'CLAIMED' WHERE id IN " + IDS + " AND state = 'REDEEMED'</script>")
    int comeBack(Collection<Long> ids);

    @Update("UPDATE coupon SET state = 'TAKEN_BACK', taken_back_at = #{at}, taken_back_by = #{actor},"
            + " taken_back_reason = #{reason} WHERE id = #{id} AND state = 'CLAIMED'")
    int takeBack(long id, String actor, String reason, Instant at);

    @Update("UPDATE coupon SET state = 'TAKEN_BACK', taken_back_at = #{at}, taken_back_by = 'system',"
            + " taken_back_reason = '会员注销' WHERE member_id = #{member} AND state = 'CLAIMED'")
    void takeAllBack(long member, Instant at);

    @Select("SELECT id FROM coupon WHERE member_id = #{member} ORDER BY id")
    List<Long> idsOf(long member);

    @Insert("INSERT INTO coupon_move (merge_id, coupon_id) VALUES (#{merge}, #{coupon})")
    void remember(long merge, long coupon);

    @Update("UPDATE coupon SET member_id = #{to} WHERE id = #{coupon} AND member_id = #{from}")
    void move(long coupon, long from, long to);

    @Select("SELECT coupon_id FROM coupon_move WHERE merge_id = #{merge} ORDER BY coupon_id")
    List<Long> moved(long merge);

    @Select("SELECT COUNT(*) AS given, COALESCE(SUM(state = 'REDEEMED'), 0) AS used FROM coupon"
            + " WHERE offer_id = #{offer} AND reference = #{reference}")
    Coupons.Response response(long offer, String reference);
}

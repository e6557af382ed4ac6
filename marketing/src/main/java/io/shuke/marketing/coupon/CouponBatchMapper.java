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
interface CouponBatchMapper {

    record CouponBatchRow(
            long id,
            long offerId,
            String way,
            String reference,
            boolean everybody,
            Instant notBefore,
            String state,
            long members,
            long lastMember,
            long issued,
            long skipped,
            String actor,
            Instant madeAt,
            @Nullable Instant endedAt) {

        CouponBatch toDomain() {
            return new CouponBatch(
                    id,
                    offerId,
                    Way.valueOf(way),
                    CouponBatch.State.valueOf(state),
                    notBefore,
                    members,
                    issued,
                    skipped,
                    madeAt,
                    endedAt);
        }
    }

    String COLUMNS =
            "id, offer_id, way, reference, everybody, not_before, state, members, last_member, issued, skipped,"
                    + " actor, made_at, ended_at";

    @Insert("INSERT INTO coupon_batch (" + COLUMNS + ") VALUES (#{id}, #{offerId}, #{way}, #{reference}, #{everybody},"
            + " #{notBefore}, #{state}, #{members}, #{lastMember}, #{issued}, #{skipped}, #{actor}, #{madeAt},"
            + " #{endedAt})")
    void insert(CouponBatchRow batch);

    @Insert("<script>INSERT INTO coupon_batch_member (batch_id, member_id) VALUES <foreach collection='members'"
            + " item='member' separator=','>(#{batch}, #{member})</foreach></script>")
    void name(long batch, Collection<Long> members);

    @Select("SELECT " + COLUMNS + " FROM coupon_batch WHERE reference = #{reference}")
    @Nullable
    CouponBatchRow byReference(String reference);

    @Select("SELECT " + COLUMNS + " FROM coupon_batch WHERE id = #{id}")
    @Nullable
    CouponBatchRow one(long id);

    @Select("SELECT " + COLUMNS + " FROM coupon_batch WHERE id < #{before} ORDER BY id DESC LIMIT #{limit}")
    List<CouponBatchRow> page(long before, int limit);

    @Select("SELECT id FROM coupon_batch WHERE state = 'RUNNING' AND not_before <= #{now} ORDER BY not_before, id")
    List<Long> due(Instant now);

    /** Nothing while another node is at it. */
    @Select("SELECT " + COLUMNS + " FROM coupon_batch WHERE id = #{id} AND state = 'RUNNING' FOR UPDATE SKIP LOCKED")
    @Nullable
    CouponBatchRow take(long id);

    @Select("SELECT member_id FROM coupon_batch_member WHERE batch_id = #{batch} AND member_id > #{after}"
            + " ORDER BY member_id LIMIT #{limit}")
    List<Long> named(long batch, long after, int limit);

    @Update("UPDATE coupon_batch SET last_member = #{last}, issued = issued + #{issued}, skipped = skipped + #{skipped}"
            + " WHERE id = #{id}")
    void advance(long id, long last, long issued, long skipped);

    @Update("UPDATE coupon_batch SET state = #{state}, ended_at = #{at} WHERE id = #{id} AND state = 'RUNNING'")
    int end(long id, String state, Instant at);
}

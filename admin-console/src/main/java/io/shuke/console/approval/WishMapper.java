package io.shuke.console.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface WishMapper {

    String COLUMNS = "id, wish, kind, member_id, amount, extra, note, wish_key, asked_by, asked_at, state, expires_at,"
            + " decided_by, decided_at, reason";

    record LimitsRow(
            int version,
            long points,
            long balanceFen,
            long refundFen,
            long chargeFen,
            long coupons,
            boolean secondFactor) {}

    /** Takes the person's day, or makes it, and holds it: his wishes of a kind are looked at one after the other. */
    @Insert("INSERT INTO hand_day (staff_id, kind, on_day, total) VALUES (#{staff}, #{kind}, #{day}, 0)"
            + " ON DUPLICATE KEY UPDATE total = total")
    void takeDay(long staff, String kind, LocalDate day);

    @Select("SELECT total FROM hand_day WHERE staff_id = #{staff} AND kind = #{kind} AND on_day = #{day}")
    long total(long staff, String kind, LocalDate day);

    @Update("UPDATE hand_day SET total = total + #{more}"
            + " WHERE staff_id = #{staff} AND kind = #{kind} AND on_day = #{day}")
    void add(long staff, String kind, LocalDate day, long more);

    @Select("SELECT " + COLUMNS + " FROM hand_wish WHERE wish = #{wish}")
    @Nullable
    WishRow byWish(String wish);

    @Select("SELECT " + COLUMNS + " FROM hand_wish WHERE id = #{id}")
    @Nullable
    WishRow one(long id);

    @Select("SELECT " + COLUMNS + " FROM hand_wish WHERE id = #{id} FOR UPDATE")
    @Nullable
    WishRow lock(long id);

    @Insert("INSERT INTO hand_wish (" + COLUMNS + ") VALUES (#{id}, #{wish}, #{kind}, #{memberId}, #{amount}, #{extra},"
            + " #{note}, #{wishKey}, #{askedBy}, #{askedAt}, #{state}, #{expiresAt}, NULL, NULL, NULL)")
    void insert(WishRow row);

    @Update("UPDATE hand_wish SET state = #{state}, decided_by = #{by}, decided_at = #{at}, reason = #{reason}"
            + " WHERE id = #{id} AND state = 'WAITING'")
    int decide(long id, String state, long by, Instant at, String reason);

    /** @param asker null for everybody's */
    @Select("SELECT " + COLUMNS + " FROM hand_wish WHERE state <> 'ALONE' AND id < #{before}"
            + " AND (#{asker} IS NULL OR asked_by = #{asker}) ORDER BY id DESC LIMIT #{size}")
    List<WishRow> before(long before, @Nullable Long asker, int size);

    @Select("SELECT COUNT(*) FROM hand_wish WHERE state = 'WAITING' AND expires_at > #{now} AND asked_by <> #{decider}")
    int waitingFor(long decider, Instant now);

    @Select("SELECT version, points, balance_fen, refund_fen, charge_fen, coupons, second_factor FROM hand_limits")
    @Nullable
    LimitsRow limits();

    @Insert("INSERT INTO hand_limits (version, points, balance_fen, refund_fen, charge_fen, coupons, second_factor)"
            + " VALUES (#{version}, #{points}, #{balanceFen}, #{refundFen}, #{chargeFen}, #{coupons}, #{secondFactor})")
    void insertLimits(LimitsRow row);

    @Update("UPDATE hand_limits SET version = version + 1, points = #{points}, balance_fen = #{balanceFen},"
            + " refund_fen = #{refundFen}, charge_fen = #{chargeFen}, coupons = #{coupons},"
            + " second_factor = #{secondFactor} WHERE version = #{version}")
    int updateLimits(LimitsRow row);
}

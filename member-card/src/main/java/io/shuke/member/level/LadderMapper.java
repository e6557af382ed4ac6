package io.shuke.member.level;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface LadderMapper {

    record LadderRow(
            int version,
            String measure,
            int windowMonths,
            int graceMonths,
            int protectionDays,
            int boostDays,
            int boostPercent) {

        Ladder toDomain(List<RungRow> rungs) {
            return new Ladder(
                    Measure.valueOf(measure),
                    windowMonths,
                    graceMonths,
                    protectionDays,
                    boostDays,
                    boostPercent,
                    rungs.stream().map(RungRow::toDomain).toList());
        }
    }

    record RungRow(
            int step,
            String name,
            long threshold,
            int sharePercent,
            long cutoff,
            int discountPercent,
            int pointsPercent,
            String birthdayGift,
            boolean priority,
            int freeDeliveries,
            boolean adviser) {

        static RungRow of(Rung rung) {
            var benefits = rung.benefits();
            return new RungRow(
                    rung.step(),
                    rung.level().name(),
                    rung.threshold(),
                    rung.sharePercent(),
                    0,
                    benefits.discountPercent(),
                    benefits.pointsPercent(),
                    benefits.birthdayGift(),
                    benefits.priority(),
                    benefits.freeDeliveries(),
                    benefits.adviser());
        }

        Rung toDomain() {
            var benefits =
                    new Benefits(discountPercent, pointsPercent, birthdayGift, priority, freeDeliveries, adviser);
            return new Rung(new Level(step, name), threshold, sharePercent, cutoff, benefits);
        }
    }

    record JudgementRow(int month, long doneTo, boolean finished) {}

    @Select(
            "SELECT version, measure, window_months, grace_months, protection_days, boost_days, boost_percent FROM ladder"
                    + " ORDER BY version DESC LIMIT 1")
    @Nullable
    LadderRow newest();

    @Select("SELECT r.step, r.name, r.threshold, r.share_percent, COALESCE(c.cutoff, 0) AS cutoff, r.discount_percent,"
            + " r.points_percent, r.birthday_gift, r.priority, r.free_deliveries, r.adviser FROM ladder_rung r"
            + " LEFT JOIN level_cutoff c ON c.step = r.step WHERE r.version = #{version} ORDER BY r.step")
    List<RungRow> rungs(int version);

    @Insert(
            "INSERT INTO ladder (version, measure, window_months, grace_months, protection_days, boost_days,"
                    + " boost_percent, since) VALUES (#{ladder.version}, #{ladder.measure}, #{ladder.windowMonths},"
                    + " #{ladder.graceMonths}, #{ladder.protectionDays}, #{ladder.boostDays}, #{ladder.boostPercent}, #{since})")
    void insert(LadderRow ladder, Instant since);

    @Insert("INSERT INTO ladder_rung (version, step, name, threshold, share_percent, discount_percent, points_percent,"
            + " birthday_gift, priority, free_deliveries, adviser) VALUES (#{version}, #{rung.step}, #{rung.name},"
            + " #{rung.threshold}, #{rung.sharePercent}, #{rung.discountPercent}, #{rung.pointsPercent},"
            + " #{rung.birthdayGift}, #{rung.priority}, #{rung.freeDeliveries}, #{rung.adviser})")
    void insertRung(int version, RungRow rung);

    @Delete("DELETE FROM level_cutoff WHERE step > 0")
    void forgetCutoffs();

    @Insert("INSERT INTO level_cutoff (step, cutoff) VALUES (#{step}, #{cutoff})")
    void insertCutoff(int step, long cutoff);

    @Update("UPDATE member_level SET step = #{top}, raised_from = LEAST(raised_from, #{top}) WHERE step > #{top}")
    void shorten(int top);

    @Insert("INSERT IGNORE INTO level_judgement (month, done_to, finished) VALUES (#{month}, 0, FALSE)")
    int begin(int month);

    @Select("SELECT month, done_to, finished FROM level_judgement WHERE month = #{month} FOR UPDATE")
    @Nullable
    JudgementRow judgement(int month);

    @Update("UPDATE level_judgement SET done_to = #{doneTo}, finished = #{finished} WHERE month = #{month}")
    void judgedTo(int month, long doneTo, boolean finished);

    @Delete("DELETE FROM member_level WHERE member_id = #{member}")
    void forget(long member);
}

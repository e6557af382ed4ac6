package io.shuke.marketing.checkin;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface RewardPlanMapper {

    record PlanRow(int version, int pointsADay, int makeUpsAMonth, int makeUpCost) {}

    record StepRow(int streak, String kind, String text, int points) {}

    @Select("SELECT version, points_a_day, make_ups_a_month, make_up_cost FROM reward_plan"
            + " ORDER BY version DESC LIMIT 1")
    @Nullable
    PlanRow newest();

    @Select("SELECT streak, kind, text, points FROM reward_step WHERE version = #{version} ORDER BY streak")
    List<StepRow> steps(int version);

    @Insert("INSERT INTO reward_plan (version, points_a_day, make_ups_a_month, make_up_cost, since)"
            + " VALUES (#{plan.version}, #{plan.pointsADay}, #{plan.makeUpsAMonth}, #{plan.makeUpCost}, #{since})")
    void insert(PlanRow plan, Instant since);

    @Insert("INSERT INTO reward_step (version, streak, kind, text, points)"
            + " VALUES (#{version}, #{step.streak}, #{step.kind}, #{step.text}, #{step.points})")
    void insertStep(int version, StepRow step);
}

package io.shuke.console.checkin;

import io.shuke.console.door.ConsoleRefusal;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.checkin.Reward;
import io.shuke.marketing.checkin.RewardPlan;
import io.shuke.marketing.checkin.RewardPlans;
import io.shuke.member.ground.Jdbc;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** The reward plan, to read and to change. */
@RestController
class RewardPlanDesk {

    /** @param points only for points */
    record StepBody(
            int streak,
            Reward.@Nullable Kind kind,
            @Nullable String text,
            @Nullable Integer points) {

        static StepBody of(RewardPlan.Step step) {
            var reward = step.reward();
            var points = reward.kind() == Reward.Kind.POINTS ? (Integer) reward.points() : null;
            return new StepBody(step.streak(), reward.kind(), reward.text(), points);
        }

        RewardPlan.Step toDomain() {
            if (kind == null || text == null) {
                throw new ServerWebInputException("a step has a kind and a text");
            }
            return new RewardPlan.Step(streak, new Reward(kind, text.strip(), points == null ? 0 : points));
        }
    }

    /** @param version which was changed; without it the change is made whatever is in force */
    record PlanBody(
            int pointsADay,
            @Nullable List<@Nullable StepBody> steps,
            int makeUpsAMonth,
            int makeUpCost,
            @Nullable Integer version) {

        RewardPlan toDomain() {
            if (steps == null) {
                throw new ServerWebInputException("steps");
            }
            var read = new ArrayList<RewardPlan.Step>();
            for (var step : steps) {
                if (step == null) {
                    throw new ServerWebInputException("steps");
                }
                read.add(step.toDomain());
            }
            return new RewardPlan(pointsADay, read, makeUpsAMonth, makeUpCost);
        }
    }

    /** @param words the same for people, a line for each rule */
    record PlanInWords(
            int pointsADay, List<StepBody> steps, int makeUpsAMonth, int makeUpCost, List<String> words, int version) {

        static PlanInWords of(RewardPlans.Version newest) {
            var plan = newest.plan();
            return new PlanInWords(
                    plan.pointsADay(),
                    plan.steps().stream().map(StepBody::of).toList(),
                    plan.makeUpsAMonth(),
                    plan.makeUpCost(),
                    PlanWords.of(plan),
                    newest.number());
        }
    }

    private final RewardPlans plans;
    private final Jdbc jdbc;

    RewardPlanDesk(RewardPlans plans, Jdbc jdbc) {
        this.plans = plans;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/check-in-plan")
    Mono<PlanInWords> plan(ConsoleUser user) {
        return jdbc.call(user.merchant(), () -> PlanInWords.of(plans.newest()));
    }

    @PutMapping("/console/api/check-in-plan")
    Mono<PlanInWords> change(ConsoleUser user, @RequestBody PlanBody body) {
        var plan = body.toDomain();
        return jdbc.call(user.merchant(), () -> {
                    var seen = body.version();
                    if (seen == null) {
                        plans.change(plan);
                    } else {
                        plans.change(plan, seen);
                    }
                    return PlanInWords.of(plans.newest());
                })
                .onErrorMap(DuplicateKeyException.class, lost -> ConsoleRefusal.changedMeanwhile());
    }
}

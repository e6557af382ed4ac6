package io.shuke.marketing.checkin;

import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.MerchantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The merchant's reward plan, every version kept. */
@Service
public class RewardPlans {

    /** Every check-in asks for the plan; a change reaches all nodes within this time. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    /** @param number 0 for the usual plan of a merchant who has not written his own */
    public record Version(int number, RewardPlan plan) {}

    private record Known(RewardPlan plan, Instant until) {}

    private final RewardPlanMapper mapper;
    private final Clock clock;
    private final Map<MerchantId, Known> known = new ConcurrentHashMap<>();

    RewardPlans(RewardPlanMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** The plan in force, the usual one for a merchant who has not written his own. */
    public RewardPlan current() {
        var merchant = MerchantScope.current();
        var now = clock.instant();
        var remembered = known.get(merchant);
        if (remembered != null && now.isBefore(remembered.until())) {
            return remembered.plan();
        }
        var plan = newest().plan();
        known.put(merchant, new Known(plan, now.plus(REMEMBERED)));
        return plan;
    }

    /** The plan as the database has it, for whoever is about to change it. */
    public Version newest() {
        var row = mapper.newest();
        if (row == null) {
            return new Version(0, RewardPlan.usual());
        }
        var steps = mapper.steps(row.version()).stream()
                .map(step -> new RewardPlan.Step(
                        step.streak(), new Reward(Reward.Kind.valueOf(step.kind()), step.text(), step.points())))
                .toList();
        return new Version(
                row.version(), new RewardPlan(row.pointsADay(), steps, row.makeUpsAMonth(), row.makeUpCost()));
    }

    /** Puts a new version into force, whatever the one before was. */
    @Transactional
    public void change(RewardPlan plan) {
        write(plan, newest().number() + 1);
    }

    /**
     * Puts a new version into force. Two owners who save at once: the second is told so by the version's key.
     *
     * @param seen the version that was changed; refused when another is in force by now
     */
    @Transactional
    public void change(RewardPlan plan, int seen) {
        if (newest().number() != seen) {
            throw CheckInRefusal.planChanged();
        }
        write(plan, seen + 1);
    }

    private void write(RewardPlan plan, int version) {
        mapper.insert(
                new RewardPlanMapper.PlanRow(version, plan.pointsADay(), plan.makeUpsAMonth(), plan.makeUpCost()),
                clock.instant());
        for (var step : plan.steps()) {
            var reward = step.reward();
            mapper.insertStep(
                    version,
                    new RewardPlanMapper.StepRow(step.streak(), reward.kind().name(), reward.text(), reward.points()));
        }
        known.remove(MerchantScope.current());
    }
}

package io.shuke.marketing.checkin;

import java.util.Comparator;
import java.util.List;

/**
 * What checking in brings: points every day, and a step's reward whenever the streak reaches the step. The plan starts over
 * after its longest step, so with steps at 3 and 7 the tenth day in a row brings the three-day reward again.
 *
 * @param pointsADay points for each check-in, 0 to 1000
 * @param steps at most 10, each at another streak
 * @param makeUpsAMonth how many missed days of one calendar month a member may make up, 0 to 31
 * @param makeUpCost points that making up one day costs, 0 to 1000
 */
public record RewardPlan(int pointsADay, List<Step> steps, int makeUpsAMonth, int makeUpCost) {

    /** @param streak how many days in a row, 2 to 366 */
    public record Step(int streak, Reward reward) {

        public Step {
            if (streak < 2 || streak > 366) {
                throw CheckInRefusal.planImpossible("连续天数在 2 到 366 之间");
            }
        }

        /** Names the step in the rows that say it was granted. */
        String rule() {
            return "streak-" + streak;
        }
    }

    public RewardPlan {
        if (pointsADay < 0 || pointsADay > 1000 || makeUpCost < 0 || makeUpCost > 1000) {
            throw CheckInRefusal.planImpossible("每天的积分在 0 到 1000 之间");
        }
        if (makeUpsAMonth < 0 || makeUpsAMonth > 31) {
            throw CheckInRefusal.planImpossible("每月补签次数在 0 到 31 之间");
        }
        steps = steps.stream().sorted(Comparator.comparingInt(Step::streak)).toList();
        if (steps.size() > 10 || steps.stream().map(Step::streak).distinct().count() < steps.size()) {
            throw CheckInRefusal.planImpossible("最多 10 个奖励，天数不能重复");
        }
    }

    /** Five points a day, water to collect in the store after three days, a coupon of 5 yuan after seven. */
    public static RewardPlan usual() {
        return new RewardPlan(
                5,
                List.of(
                        new Step(3, new Reward(Reward.Kind.GIFT, "到店领取饮用水一瓶", 0)),
                        new Step(7, new Reward(Reward.Kind.COUPON, "5 元优惠券", 0))),
                3,
                10);
    }

    /** @param madeUp how many days of a month the member has made up */
    public int makeUpsLeft(int madeUp) {
        return Math.max(0, makeUpsAMonth - madeUp);
    }

    /** Days after which the plan starts over; 1 when it has no steps. */
    int cycle() {
        return steps.isEmpty() ? 1 : steps.get(steps.size() - 1).streak();
    }

    /** How many more days in a row it takes to the step; 0 when the present round has reached it. */
    public int daysLeft(Step step, int streak) {
        return Math.max(0, step.streak() - dayOfRound(streak));
    }

    private int dayOfRound(int streak) {
        return streak == 0 ? 0 : (streak - 1) % cycle() + 1;
    }

    /** The steps that a streak of exactly this length reaches. */
    List<Step> reachedAt(int streak) {
        return steps.stream()
                .filter(step -> step.streak() == dayOfRound(streak))
                .toList();
    }
}

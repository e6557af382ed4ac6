package io.shuke.console.checkin;

import io.shuke.marketing.checkin.RewardPlan;
import java.util.ArrayList;
import java.util.List;

/** A reward plan as the merchant would tell it to a guest. */
final class PlanWords {

    private PlanWords() {}

    static List<String> of(RewardPlan plan) {
        var words = new ArrayList<String>();
        words.add(plan.pointsADay() == 0 ? "每天签到不送积分" : "每天签到得 " + plan.pointsADay() + " 积分");
        for (var step : plan.steps()) {
            words.add("连续签到 " + step.streak() + " 天：" + step.reward().text());
        }
        words.add(makeUps(plan));
        return words;
    }

    private static String makeUps(RewardPlan plan) {
        if (plan.makeUpsAMonth() == 0) {
            return "漏签不能补签";
        }
        var cost = plan.makeUpCost() == 0 ? "不花积分" : "每次 " + plan.makeUpCost() + " 积分";
        return "每月可补签 " + plan.makeUpsAMonth() + " 次，" + cost;
    }
}

package io.shuke.marketing.checkin;

import io.shuke.member.ground.Ids;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.membership.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A check-in about to be written: the streak it makes and the steps it reaches. */
record Tap(MemberId member, Streak streak, List<RewardPlan.Step> due) {

    Stream<Movement> movements(RewardPlan plan) {
        var movements = new ArrayList<Movement>();
        if (plan.pointsADay() > 0) {
            movements.add(Movement.earn(
                    member,
                    Asset.POINTS,
                    plan.pointsADay(),
                    Reason.CHECK_IN,
                    new Reference("check-in:" + streak.last())));
        }
        for (var step : due) {
            if (step.reward().kind() == Reward.Kind.POINTS) {
                movements.add(Movement.earn(
                                member,
                                Asset.POINTS,
                                step.reward().points(),
                                Reason.STREAK,
                                new Reference(step.rule() + ":" + streak.last()))
                        .noting(step.reward().text()));
            }
        }
        return movements.stream();
    }

    CheckIn toCheckIn(RewardPlan plan, long pointsAfter) {
        var rewards = new ArrayList<Reward>();
        if (plan.pointsADay() > 0) {
            rewards.add(Reward.ofPoints(plan.pointsADay()));
        }
        due.forEach(step -> rewards.add(step.reward()));
        return new CheckIn(streak.last(), streak.length(), rewards, pointsAfter);
    }

    Stream<GrantRow> grants(Ids ids, Instant now) {
        return due.stream()
                .map(step -> new GrantRow(
                        ids.next(),
                        member.value(),
                        step.rule(),
                        streak.last(),
                        step.reward().kind().name(),
                        step.reward().text(),
                        step.reward().points(),
                        now));
    }
}

package io.shuke.marketing.audience;

import io.shuke.member.ground.Span;
import io.shuke.member.membership.Occasion;
import io.shuke.member.purchase.LifeStage;
import io.shuke.member.purchase.Quadrant;
import java.util.List;

/** One of each kind. */
final class SomeConditions {

    static final List<Condition> LEAVES = List.of(
            new Condition.Everyone(),
            new Condition.Reachable(),
            new Condition.Measured(Measure.VISITS, Span.from(3)),
            new Condition.Measured(Measure.AMOUNT, new Span(100, 20_000)),
            new Condition.Bought(Condition.Shelf.GOODS, "豆浆", 2, 30),
            new Condition.Bought(Condition.Shelf.CATEGORY, "早点", 1, null),
            new Condition.LastStore(1),
            new Condition.LastChannel("store"),
            new Condition.WithCoupon(Condition.CouponUse.HOLDS, null, 7),
            new Condition.WithCoupon(Condition.CouponUse.HOLDS, 12L, 0),
            new Condition.WithCoupon(Condition.CouponUse.USED, null, 30),
            new Condition.WithCoupon(Condition.CouponUse.USED, 12L, 0),
            new Condition.InStage(LifeStage.ASLEEP),
            new Condition.InQuadrant(Quadrant.OFTEN_CHEAP),
            new Condition.DateIn(Occasion.BIRTHDAY, 7),
            new Condition.DateIn(Occasion.ANNIVERSARY, 0),
            new Condition.Tagged(7),
            new Condition.Late(150),
            new Condition.WithCoupon(Condition.CouponUse.ENDS, null, 3),
            new Condition.WithCoupon(Condition.CouponUse.ENDS, 12L, 3),
            new Condition.PointsEnd(7));

    static final Condition TREE = new Condition.All(List.of(
            new Condition.Any(List.of(LEAVES.get(2), new Condition.Not(LEAVES.get(4)))),
            new Condition.Not(new Condition.All(LEAVES.subList(5, 9)))));

    private SomeConditions() {}
}

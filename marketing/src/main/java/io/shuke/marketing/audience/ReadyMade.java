package io.shuke.marketing.audience;

import io.shuke.member.ground.Span;
import io.shuke.member.membership.Occasion;
import io.shuke.member.purchase.LifeStage;
import io.shuke.member.purchase.Quadrant;
import java.util.List;

/** Whom nearly every shop wants to reach; to be used as they are or as something to change. */
public enum ReadyMade {
    AWAY_30("30 天没来", new Condition.Measured(Measure.LAST_VISIT, Span.from(30))),
    AWAY_60("60 天没来", new Condition.Measured(Measure.LAST_VISIT, Span.from(60))),
    LATE("该来没来", new Condition.Late(200)),
    TOP("花得最多的两成", new Condition.Measured(Measure.MONEY, Span.exactly(5))),
    NEW("最近 30 天的新客", new Condition.InStage(LifeStage.NEW)),
    BIRTHDAY("7 天内过生日", new Condition.DateIn(Occasion.BIRTHDAY, 7)),
    OFTEN_CHEAP("常来但单价低", new Condition.InQuadrant(Quadrant.OFTEN_CHEAP)),
    COUPON_UNUSED("有券 7 天没用", new Condition.WithCoupon(Condition.CouponUse.HOLDS, null, 7)),
    NEVER_BOUGHT("入会还没买过", new Condition.Measured(Measure.VISITS, Span.exactly(0))),
    CHECKS_IN_ONLY(
            "签到但 30 天没来",
            new Condition.All(List.of(
                    new Condition.Measured(Measure.LAST_CHECK_IN, Span.upTo(7)),
                    new Condition.Not(new Condition.Measured(Measure.LAST_VISIT, Span.upTo(29))))));

    private final String title;
    private final Condition condition;

    ReadyMade(String title, Condition condition) {
        this.title = title;
        this.condition = condition;
    }

    public String title() {
        return title;
    }

    public Condition condition() {
        return condition;
    }
}

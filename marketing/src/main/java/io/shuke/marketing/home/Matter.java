package io.shuke.marketing.home;

import io.shuke.marketing.audience.Condition;
import io.shuke.marketing.audience.Condition.CouponUse;
import io.shuke.marketing.audience.Measure;
import io.shuke.member.ground.Span;
import io.shuke.member.membership.Occasion;
import io.shuke.member.purchase.LifeStage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a suggestion can be about, the most pressing first. Somebody comes up under one of them once, not every day. */
public enum Matter {
    /** The books do not add up. */
    BOOKS(null, "", Deed.SEEN),
    /** Money that should go back and cannot. */
    REFUNDS(null, "", Deed.SEEN),
    /** A till ran into one of its caps. */
    TILLS(null, "", Deed.SEEN),
    BIRTHDAY_3(dayIn(3), "3 天后过生日", Deed.GIFT, Deed.PUSH, Deed.SEEN),
    COUPONS_END(new Condition.WithCoupon(CouponUse.ENDS, null, 3), "有券 3 天内到期", Deed.PUSH, Deed.SEEN),
    /** Own interval twice over, and nothing in the wallet that would bring him. */
    LATE(
            new Condition.All(List.of(
                    new Condition.Late(200),
                    new Condition.Not(new Condition.InStage(LifeStage.ASLEEP)),
                    new Condition.Not(new Condition.WithCoupon(CouponUse.HOLDS, null, 0)))),
            "该来没来的熟客",
            Deed.GIFT,
            Deed.PUSH,
            Deed.SEEN),
    COUPONS_UNUSED(
            new Condition.All(List.of(
                    new Condition.WithCoupon(CouponUse.HOLDS, null, 7),
                    new Condition.Not(new Condition.Measured(Measure.LAST_VISIT, Span.upTo(6))))),
            "有券 7 天没用",
            Deed.PUSH,
            Deed.SEEN),
    POINTS_END(new Condition.PointsEnd(7), "有积分 7 天内到期", Deed.PUSH, Deed.SEEN),
    BIRTHDAY_7(dayIn(7), "7 天后过生日", Deed.GIFT, Deed.PUSH, Deed.SEEN);

    private final @Nullable Condition people;
    private final String segment;
    private final Set<Deed> deeds;

    Matter(@Nullable Condition people, String segment, Deed... deeds) {
        this.people = people;
        this.segment = segment;
        this.deeds = Set.of(deeds);
    }

    /** On that day exactly: so each comes up once a week before and once shortly before. */
    private static Condition dayIn(int days) {
        return new Condition.All(List.of(
                new Condition.DateIn(Occasion.BIRTHDAY, days),
                new Condition.Not(new Condition.DateIn(Occasion.BIRTHDAY, days - 1))));
    }

    /** Whom it is about; empty when it is about no members. */
    public Optional<Condition> people() {
        return Optional.ofNullable(people);
    }

    public Set<Deed> deeds() {
        return deeds;
    }

    /** The name under which its people are kept as a segment. */
    String segment() {
        return segment;
    }
}

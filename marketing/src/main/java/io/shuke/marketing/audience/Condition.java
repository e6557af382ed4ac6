package io.shuke.marketing.audience;

import io.shuke.member.ground.Span;
import io.shuke.member.membership.Occasion;
import io.shuke.member.purchase.LifeStage;
import io.shuke.member.purchase.Quadrant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is meant: a tree of questions about a member. How deep and how large it may be is {@link Conditions}' to say. */
public sealed interface Condition {

    /** One answer for each kind: whoever forgets one does not compile. */
    interface Cases<T> {

        T everyone();

        T reachable();

        T all(List<Condition> of);

        T any(List<Condition> of);

        T not(Condition of);

        T measured(Measure measure, Span span);

        T bought(Bought bought);

        T lastStore(long store);

        T lastChannel(String channel);

        T coupon(WithCoupon coupon);

        T stage(LifeStage stage);

        T quadrant(Quadrant quadrant);

        T late(int percent);

        T pointsEnd(int days);

        T dateIn(Occasion occasion, int days);

        T tagged(long tag);
    }

    <T> T as(Cases<T> cases);

    record Everyone() implements Condition {

        @Override
        public <T> T as(Cases<T> cases) {
            return cases.everyone();
        }
    }

    record All(List<Condition> of) implements Condition {

        public All {
            of = several(of);
        }

        @Override
        public <T> T as(Cases<T> cases) {
            return cases.all(of);
        }
    }

    record Any(List<Condition> of) implements Condition {

        public Any {
            of = several(of);
        }

        @Override
        public <T> T as(Cases<T> cases) {
            return cases.any(of);
        }
    }

    record Not(Condition of) implements Condition {

        @Override
        public <T> T as(Cases<T> cases) {
            return cases.not(of);
        }
    }

    /** @param span money in 分, time in days ago */
    record Measured(Measure measure, Span span) implements Condition {

        @Override
        public <T> T as(Cases<T> cases) {
            return cases.measured(measure, span);
        }
    }

    /**
     * Bought goods, by number or name, or anything of a category.
     *
     * @param times on how many bills at least, over all time
     * @param withinDays when last at most so many days ago, null for whenever
     */
    record Bought(
            Shelf shelf, String name, int times, @Nullable Integer withinDays) implements Condition {

        public Bought {
            named(name);
            if (times < 1 || times > 1000 || withinDays != null && (withinDays < 1 || withinDays > 3650)) {
                throw AudienceRefusal.impossible("商品条件的次数或天数不对");
            }
        }

        @Override
        public <T> T as(Cases<T> cases) {
            return cases.bought(this);
        }
    }

    enum Shelf {
        GOODS,
        CATEGORY
    }

    record LastStore(long store) implements Condition {

        @Override
        public <T> T as(Cases<T> cases) {
            return cases.lastStore(store);
        }
    }

    record LastChannel(String channel) implements Condition {

        public LastChannel {
            named(channel);
        }

        @Override
        public <T> T as(Cases<T> cases) {
            return cases.lastChannel(channel);
        }
    }

    /**
     * @param offer null for whichever
     * @param days for how long it has been in the wallet, or how long ago it was used at most; 0 is no matter. Of what ends:
     *     within how many
     */
    record WithCoupon(CouponUse use, @Nullable Long offer, int days) implements Condition {

        public WithCoupon {
            if (days < 0 || days > 3650) {
                throw AudienceRefusal.impossible("优惠券条件的天数不对");
            }
        }

        @Override
        public <T> T as(Cases<T> cases) {
            return cases.coupon(this);
        }
    }

    enum CouponUse {
        HOLDS,
        USED,
        ENDS
    }

    /** Has points that are good for so many days at most, today being day 0. */
    record PointsEnd(int days) implements Condition {

        public PointsEnd {
            if (days < 0 || days > 365) {
                throw AudienceRefusal.impossible("积分到期最多看未来 365 天");
            }
        }

        @Override
        public <T> T as(Cases<T> cases) {
            return cases.pointsEnd(days);
        }
    }

    record InStage(LifeStage stage) implements Condition {

        @Override
        public <T> T as(Cases<T> cases) {
            return cases.stage(stage);
        }
    }

    record InQuadrant(Quadrant quadrant) implements Condition {

        @Override
        public <T> T as(Cases<T> cases) {
            return cases.quadrant(quadrant);
        }
    }

    /** Away for so many percent of the member's own interval. */
    record Late(int percent) implements Condition {

        public Late {
            if (percent < 100 || percent > 1000) {
                throw AudienceRefusal.impossible("该来没来的倍数在 1 到 10 之间");
            }
        }

        @Override
        public <T> T as(Cases<T> cases) {
            return cases.late(percent);
        }
    }

    /**
     * Has such a day soon, by the solar or the lunar calendar, whichever the member told.
     *
     * @param days from today on: 0 is today only
     */
    record DateIn(Occasion occasion, int days) implements Condition {

        public DateIn {
            if (days < 0 || days > 60 || occasion == Occasion.HUNDRED_DAYS) {
                throw AudienceRefusal.impossible("生日和纪念日最多看未来 60 天");
            }
        }

        @Override
        public <T> T as(Cases<T> cases) {
            return cases.dateIn(occasion, days);
        }
    }

    /** @param tag its number; what became of it since is the tags' to know */
    record Tagged(long tag) implements Condition {

        @Override
        public <T> T as(Cases<T> cases) {
            return cases.tagged(tag);
        }
    }

    /** Follows the shop's account through a way that is not withdrawn. */
    record Reachable() implements Condition {

        @Override
        public <T> T as(Cases<T> cases) {
            return cases.reachable();
        }
    }

    private static List<Condition> several(List<Condition> of) {
        if (of.isEmpty()) {
            throw AudienceRefusal.impossible("条件组里一个条件也没有");
        }
        return List.copyOf(of);
    }

    private static void named(String name) {
        if (name.isBlank() || name.length() > 60 || name.chars().anyMatch(Character::isISOControl)) {
            throw AudienceRefusal.impossible("名称不能为空，也不能太长");
        }
    }
}

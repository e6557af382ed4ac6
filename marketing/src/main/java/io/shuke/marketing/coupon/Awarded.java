package io.shuke.marketing.coupon;

import io.shuke.member.ground.Refusal;

/** What became of an {@link Award}. A no is an answer here, so that it does not undo what others got with it. */
public sealed interface Awarded {

    /** @param first false when the same was asked before */
    record Given(Coupon coupon, String code, boolean first) implements Awarded {

        @Override
        public String toString() {
            return "Given[" + coupon.id() + "]";
        }
    }

    record Refused(Refusal why) implements Awarded {}

    /** @throws Refusal when it was refused */
    default Given orThrow() {
        if (this instanceof Refused refused) {
            throw refused.why();
        }
        return (Given) this;
    }
}

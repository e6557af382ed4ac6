package io.shuke.member.points;

import io.shuke.member.ground.Refusal;

/** What is no number of points. */
public final class PointsRefusal extends Refusal {

    private PointsRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static PointsRefusal outOfBounds(long bound) {
        return new PointsRefusal(Kind.BAD_INPUT, "points.out-of-bounds", bound);
    }

    static PointsRefusal rulesImpossible(String why) {
        return new PointsRefusal(Kind.BAD_INPUT, "points.rules-impossible", why);
    }

    static PointsRefusal rulesChanged() {
        return new PointsRefusal(Kind.CONFLICT, "points.rules-changed");
    }

    static PointsRefusal offsetImpossible() {
        return new PointsRefusal(Kind.BAD_INPUT, "points.offset-impossible");
    }

    static PointsRefusal offsetTooMuch(long most) {
        return new PointsRefusal(Kind.CONFLICT, "points.offset-too-much", most);
    }
}

package io.shuke.member.level;

import io.shuke.member.ground.Refusal;

/** Why a ladder cannot be saved. */
public final class LevelRefusal extends Refusal {

    private LevelRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static LevelRefusal ladderChanged() {
        return new LevelRefusal(Kind.CONFLICT, "level.ladder-changed");
    }

    static LevelRefusal ladderImpossible(String why) {
        return new LevelRefusal(Kind.BAD_INPUT, "level.ladder-impossible", why);
    }
}

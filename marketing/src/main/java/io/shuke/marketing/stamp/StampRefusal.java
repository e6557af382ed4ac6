package io.shuke.marketing.stamp;

import io.shuke.member.ground.Refusal;

/** Why a stamp card cannot be like that, or a reward is not handed over. */
public final class StampRefusal extends Refusal {

    private StampRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static StampRefusal impossible(String why) {
        return new StampRefusal(Kind.BAD_INPUT, "stamp.impossible", why);
    }

    static StampRefusal unknownCard() {
        return new StampRefusal(Kind.NOT_FOUND, "stamp.unknown-card");
    }

    static StampRefusal changedMeanwhile() {
        return new StampRefusal(Kind.CONFLICT, "stamp.changed-meanwhile");
    }

    static StampRefusal unknownReward() {
        return new StampRefusal(Kind.NOT_FOUND, "stamp.unknown-reward");
    }

    static StampRefusal alreadyCollected(String when) {
        return new StampRefusal(Kind.CONFLICT, "stamp.already-collected", when);
    }

    static StampRefusal withdrawn() {
        return new StampRefusal(Kind.CONFLICT, "stamp.withdrawn");
    }
}

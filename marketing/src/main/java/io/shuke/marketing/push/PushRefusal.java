package io.shuke.marketing.push;

import io.shuke.member.ground.Refusal;

/** Why something is not sent so. */
public final class PushRefusal extends Refusal {

    private PushRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static void refuseUnless(boolean possible, String why) {
        if (!possible) {
            throw new PushRefusal(Kind.BAD_INPUT, "push.impossible", why);
        }
    }

    static PushRefusal unknown() {
        return new PushRefusal(Kind.NOT_FOUND, "push.unknown");
    }

    static PushRefusal badCursor() {
        return new PushRefusal(Kind.BAD_INPUT, "push.bad-cursor");
    }

    /** The provider bans accounts for it. */
    static PushRefusal marketingByTemplate() {
        return new PushRefusal(Kind.BAD_INPUT, "push.marketing-by-template");
    }

    static PushRefusal noSms() {
        return new PushRefusal(Kind.CONFLICT, "push.no-sms");
    }

    static PushRefusal unknownTemplate() {
        return new PushRefusal(Kind.BAD_INPUT, "push.unknown-template");
    }

    static PushRefusal gapEmpty(String label) {
        return new PushRefusal(Kind.BAD_INPUT, "push.gap-empty", label);
    }

    static PushRefusal gapTooLong(String label, int most) {
        return new PushRefusal(Kind.BAD_INPUT, "push.gap-too-long", label, most);
    }

    static PushRefusal gapMalformed(String label) {
        return new PushRefusal(Kind.BAD_INPUT, "push.gap-malformed", label);
    }

    static PushRefusal wrongState(String state) {
        return new PushRefusal(Kind.CONFLICT, "push.wrong-state", state);
    }

    static PushRefusal noticeChanged() {
        return new PushRefusal(Kind.CONFLICT, "push.notice-changed");
    }

    static PushRefusal unknownWord(String word) {
        return new PushRefusal(Kind.BAD_INPUT, "push.unknown-word", word);
    }
}

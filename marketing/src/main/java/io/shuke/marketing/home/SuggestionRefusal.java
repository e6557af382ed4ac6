package io.shuke.marketing.home;

import io.shuke.member.ground.Refusal;

/** Why nothing is done about a matter. */
public final class SuggestionRefusal extends Refusal {

    private SuggestionRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static SuggestionRefusal notToday() {
        return new SuggestionRefusal(Kind.NOT_FOUND, "home.not-today");
    }

    static SuggestionRefusal otherwise() {
        return new SuggestionRefusal(Kind.BAD_INPUT, "home.otherwise");
    }

    static SuggestionRefusal alreadyDone() {
        return new SuggestionRefusal(Kind.CONFLICT, "home.already-done");
    }

    static SuggestionRefusal nobodyLeft() {
        return new SuggestionRefusal(Kind.CONFLICT, "home.nobody-left");
    }
}

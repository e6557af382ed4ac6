package io.shuke.member.card;

import io.shuke.member.ground.Refusal;

/** Why a member code is not accepted. */
public final class CardRefusal extends Refusal {

    private CardRefusal(Kind kind, String code) {
        super(kind, code);
    }

    static CardRefusal codeMalformed() {
        return new CardRefusal(Kind.BAD_INPUT, "card.code-malformed");
    }

    static CardRefusal codeForged() {
        return new CardRefusal(Kind.CONFLICT, "card.code-forged");
    }

    static CardRefusal codeExpired() {
        return new CardRefusal(Kind.CONFLICT, "card.code-expired");
    }

    static CardRefusal codeUsed() {
        return new CardRefusal(Kind.CONFLICT, "card.code-used");
    }
}

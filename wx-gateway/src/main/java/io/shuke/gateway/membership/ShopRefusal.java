package io.shuke.gateway.membership;

import io.shuke.member.ground.Refusal;

/** Why no shop introduces itself. */
final class ShopRefusal extends Refusal {

    private ShopRefusal(Kind kind, String code) {
        super(kind, code);
    }

    static ShopRefusal unknown() {
        return new ShopRefusal(Kind.NOT_FOUND, "shop.unknown");
    }
}

package io.shuke.gateway.door;

import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who is calling: a person known to the merchant's WeChat, perhaps already a member. Always taken from the session, never
 * from a body or a path.
 */
public record Customer(MerchantId merchant, @Nullable MemberId member, long session) {

    private static final String ATTRIBUTE = Customer.class.getName();

    /** Who sent the request; null for a stranger at an open door. */
    public static @Nullable Customer of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    void enter(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    /** @throws SessionRefusal {@code session.not-joined} */
    public MemberId joined() {
        if (member == null) {
            throw SessionRefusal.notJoined();
        }
        return member;
    }
}

package io.shuke.gateway.door;

import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling: a person known to the merchant's WeChat, perhaps already a member. Always taken from the session, never
 * from a body or a path.
 */
public record Customer(MerchantId merchant, @Nullable MemberId member, long session) {

    /** @throws SessionRefusal {@code session.not-joined} */
    public MemberId joined() {
        if (member == null) {
            throw SessionRefusal.notJoined();
        }
        return member;
    }
}

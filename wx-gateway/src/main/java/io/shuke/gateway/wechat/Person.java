package io.shuke.gateway.wechat;

import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.Identity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom WeChat has just vouched for.
 *
 * @param identities first the one at the account that he came through
 * @param snapshot WeChat showed him a mere picture of the page and made the identity up: it must never be kept
 */
public record Person(MerchantId merchant, List<Identity> identities, boolean snapshot) {

    /** The provider of a unionid: one and the same person at all accounts of one owner. */
    static final String UNION = "wechat-union";

    static Person of(MerchantId merchant, String appid, String openid, @Nullable String unionid) {
        var identities = new ArrayList<Identity>();
        identities.add(new Identity(appid, openid));
        if (unionid != null && !unionid.isEmpty()) {
            identities.add(new Identity(UNION, unionid));
        }
        return new Person(merchant, List.copyOf(identities), false);
    }

    static Person inSnapshot(MerchantId merchant) {
        return new Person(merchant, List.of(), true);
    }
}

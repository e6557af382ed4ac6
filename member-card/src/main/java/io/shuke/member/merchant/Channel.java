package io.shuke.member.merchant;

import io.shuke.member.ground.MerchantId;
import org.jspecify.annotations.Nullable;

/**
 * A way in and out of the shop that a provider runs, with the secrets it was connected with.
 *
 * @param account the provider's name for it
 * @param previousCallbackKey still accepted while the provider changes over to a new key
 */
public record Channel(
        String account,
        MerchantId merchant,
        String provider,
        String name,
        String secret,
        String callbackToken,
        String callbackKey,
        @Nullable String previousCallbackKey) {

    /** This channel, with the callback key it had before still known. */
    Channel following(Channel before) {
        var previous = before.callbackKey().equals(callbackKey) ? before.previousCallbackKey() : before.callbackKey();
        return new Channel(account, merchant, provider, name, secret, callbackToken, callbackKey, previous);
    }

    @Override
    public String toString() {
        return "Channel[" + account + "]";
    }
}

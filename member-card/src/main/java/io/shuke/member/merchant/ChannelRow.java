package io.shuke.member.merchant;

import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.MerchantId;
import org.jspecify.annotations.Nullable;

record ChannelRow(
        String account,
        long merchantId,
        String provider,
        String name,
        byte[] secret,
        byte[] callbackToken,
        byte[] callbackKey,
        byte @Nullable [] previousCallbackKey) {

    static ChannelRow of(Channel channel, FieldCipher cipher) {
        var account = channel.account();
        var previous = channel.previousCallbackKey();
        return new ChannelRow(
                account,
                channel.merchant().value(),
                channel.provider(),
                channel.name(),
                cipher.seal(channel.secret(), "channel.secret:" + account),
                cipher.seal(channel.callbackToken(), "channel.callback_token:" + account),
                cipher.seal(channel.callbackKey(), "channel.callback_key:" + account),
                previous == null ? null : cipher.seal(previous, "channel.previous_callback_key:" + account));
    }

    Channel toDomain(FieldCipher cipher) {
        return new Channel(
                account,
                new MerchantId(merchantId),
                provider,
                name,
                cipher.open(secret, "channel.secret:" + account),
                cipher.open(callbackToken, "channel.callback_token:" + account),
                cipher.open(callbackKey, "channel.callback_key:" + account),
                previousCallbackKey == null
                        ? null
                        : cipher.open(previousCallbackKey, "channel.previous_callback_key:" + account));
    }
}

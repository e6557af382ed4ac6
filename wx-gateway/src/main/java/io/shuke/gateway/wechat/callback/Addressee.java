package io.shuke.gateway.wechat.callback;

import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Channel;
import io.shuke.member.merchant.Store;
import java.util.List;

/**
 * The account a call is for, with all that its answer takes.
 *
 * @param ciphers for the current key and, while WeChat changes over, the previous one
 */
record Addressee(Channel channel, List<CallbackCipher> ciphers, String shop, List<Store> stores) {

    String appid() {
        return channel.account();
    }

    MerchantId merchant() {
        return channel.merchant();
    }

    /** The name of the store with this scene in its QR code, else the shop's. */
    String place(String scene) {
        return stores.stream()
                .filter(store -> store.scene().equals(scene))
                .map(Store::name)
                .findFirst()
                .orElse(shop);
    }
}

package io.shuke.gateway.wechat.pay;

import io.shuke.member.ground.MerchantId;

/**
 * The shop's account at WeChat Pay, with the keys it was connected with.
 *
 * @param account WeChat's number for it (mchid)
 * @param serial of the shop's own certificate
 * @param privateKey the shop's, PKCS#8 as PEM: signs what we ask and what the phone pays with
 * @param apiKey the APIv3 key, 32 characters: opens what WeChat encrypts for us
 * @param platformKeyId by which WeChat names its own key: {@code PUB_KEY_ID_…}, or a certificate's serial
 * @param platformKey WeChat's, X.509 as PEM: proves what comes from there
 */
public record PayAccount(
        String account,
        MerchantId merchant,
        String serial,
        String privateKey,
        String apiKey,
        String platformKeyId,
        String platformKey) {

    public PayAccount {
        if (apiKey.length() != 32) {
            throw new IllegalArgumentException("an APIv3 key has 32 characters");
        }
        Pem.privateKey(privateKey);
        Pem.publicKey(platformKey);
    }

    @Override
    public String toString() {
        return "PayAccount[" + account + "]";
    }
}

package io.shuke.gateway.wechat.callback;

import java.time.Instant;

/**
 * A person scanned one of the account's QR codes, as a follower or becoming one.
 *
 * @param scene what stands in the code
 */
public record CodeScanned(String account, String openid, String scene, Instant at) {

    @Override
    public String toString() {
        return "CodeScanned[" + account + "]";
    }
}

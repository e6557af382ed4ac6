package io.shuke.gateway.sms;

import java.util.function.Supplier;

/**
 * The account that text messages go out from and are paid by.
 *
 * @param host asked for anew at each use: the simulator's port is known only after the start
 * @param signName the name in front of each message (签名), as it was approved
 */
public record SmsAccount(Supplier<String> host, String key, String secret, String signName) {

    public boolean isConnected() {
        return !key.isBlank() && !secret.isBlank() && !signName.isBlank();
    }

    @Override
    public String toString() {
        return "SmsAccount[" + signName + "]";
    }
}

package io.shuke.gateway.wechat.pay;

import org.springframework.http.HttpHeaders;

/** By what WeChat Pay proves that a message is its own; an empty text for what is missing. */
public record Proof(String serial, String timestamp, String nonce, String signature) {

    public static Proof of(HttpHeaders headers) {
        return new Proof(
                only(headers, "Wechatpay-Serial"),
                only(headers, "Wechatpay-Timestamp"),
                only(headers, "Wechatpay-Nonce"),
                only(headers, "Wechatpay-Signature"));
    }

    /** A header that is there twice could mean one thing to us and another to whoever stands in front of us. */
    private static String only(HttpHeaders headers, String name) {
        var values = headers.getOrEmpty(name);
        return values.size() == 1 ? values.get(0) : "";
    }
}

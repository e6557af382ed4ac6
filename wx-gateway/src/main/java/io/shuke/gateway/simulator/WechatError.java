package io.shuke.gateway.simulator;

import static java.util.Map.entry;

import java.util.Map;

/** WeChat's no: a number and a sentence, sent with HTTP 200. */
final class WechatError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final Map<Integer, String> SENTENCES = Map.ofEntries(
            entry(-1, "system error"),
            entry(40001, "invalid credential, access_token is invalid or not latest"),
            entry(40003, "invalid openid"),
            entry(40013, "invalid appid"),
            entry(40014, "invalid access_token"),
            entry(40029, "invalid code"),
            entry(40030, "invalid refresh_token"),
            entry(40037, "invalid template_id"),
            entry(40053, "invalid action info"),
            entry(40125, "invalid appsecret"),
            entry(40163, "code been used"),
            entry(40164, "invalid ip 127.0.0.1 ipv6 ::ffff:127.0.0.1, not in whitelist"),
            entry(40165, "invalid weapp pagepath"),
            entry(40169, "invalid length for scene, or the data is not json string"),
            entry(41001, "access_token missing"),
            entry(41030, "invalid page"),
            entry(42001, "access_token expired"),
            entry(42002, "refresh_token expired"),
            entry(43004, "require subscribe"),
            entry(43019, "require remove blacklist"),
            entry(43101, "user refuse to accept the msg"),
            entry(45009, "reach max api daily quota limit"),
            entry(45011, "api minute-quota reach limit, must slower, retry next minute"),
            entry(45015, "response out of time limit or subscription is canceled"),
            entry(45047, "out of response count limit"),
            entry(46003, "menu no exist"),
            entry(47001, "data format error"),
            entry(48001, "api unauthorized"),
            entry(48006, "forbid to clear quota because of reaching the limit"),
            entry(50002, "user limited"),
            entry(61010, "code is expired"),
            entry(85401, "time limited between 1min and 1month"),
            entry(87014, "risky content"));

    private final int errcode;

    WechatError(int errcode, String errmsg) {
        super(errmsg, null, false, false);
        this.errcode = errcode;
    }

    int errcode() {
        return errcode;
    }

    String errmsg() {
        return String.valueOf(getMessage());
    }

    /** The usual sentence of a number. */
    static WechatError of(int errcode) {
        return new WechatError(errcode, SENTENCES.getOrDefault(errcode, "error " + errcode));
    }

    static WechatError argument(String field) {
        return new WechatError(47003, "argument invalid! data." + field + ".value invalid");
    }
}

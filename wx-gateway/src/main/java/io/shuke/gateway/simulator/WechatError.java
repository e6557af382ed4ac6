package io.shuke.gateway.simulator;

/** WeChat's no: a number and a sentence, sent with HTTP 200. */
final class WechatError extends RuntimeException {

    private static final long serialVersionUID = 1;

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

    /** The usual sentence of a number, for scripted faults. */
    static WechatError of(int errcode) {
        return switch (errcode) {
            case -1 -> new WechatError(errcode, "system error");
            case 40001 ->
                new WechatError(
                        errcode,
                        "invalid credential, access_token is invalid or not latest, could get access_token by "
                                + "getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r");
            case 40003 -> new WechatError(errcode, "invalid openid");
            case 40013 -> new WechatError(errcode, "invalid appid");
            case 40014 -> new WechatError(errcode, "invalid access_token");
            case 40029 -> new WechatError(errcode, "invalid code");
            case 40030 -> new WechatError(errcode, "invalid refresh_token");
            case 40037 -> new WechatError(errcode, "invalid template_id");
            case 40053 -> new WechatError(errcode, "invalid action info");
            case 40125 -> new WechatError(errcode, "invalid appsecret");
            case 40163 -> new WechatError(errcode, "code been used");
            case 40164 -> new WechatError(errcode, "invalid ip 127.0.0.1 ipv6 ::ffff:127.0.0.1, not in whitelist");
            case 40165 -> new WechatError(errcode, "invalid weapp pagepath");
            case 40169 -> new WechatError(errcode, "invalid length for scene, or the data is not json string");
            case 41001 -> new WechatError(errcode, "access_token missing");
            case 41030 -> new WechatError(errcode, "invalid page");
            case 42001 -> new WechatError(errcode, "access_token expired");
            case 42002 -> new WechatError(errcode, "refresh_token expired");
            case 43004 -> new WechatError(errcode, "require subscribe");
            case 43019 -> new WechatError(errcode, "require remove blacklist");
            case 43101 -> new WechatError(errcode, "user refuse to accept the msg");
            default -> rarer(errcode);
        };
    }

    private static WechatError rarer(int errcode) {
        return switch (errcode) {
            case 45009 -> new WechatError(errcode, "reach max api daily quota limit");
            case 45011 -> new WechatError(errcode, "api minute-quota reach limit, must slower, retry next minute");
            case 45015 -> new WechatError(errcode, "response out of time limit or subscription is canceled");
            case 45047 -> new WechatError(errcode, "out of response count limit");
            case 46003 -> new WechatError(errcode, "menu no exist");
            case 47001 -> new WechatError(errcode, "data format error");
            case 48001 -> new WechatError(errcode, "api unauthorized");
            case 48006 -> new WechatError(errcode, "forbid to clear quota because of reaching the limit");
            case 50002 -> new WechatError(errcode, "user limited");
            case 61010 -> new WechatError(errcode, "code is expired");
            case 85401 -> new WechatError(errcode, "time limited between 1min and 1month");
            case 87014 -> new WechatError(errcode, "risky content");
            default -> new WechatError(errcode, "error " + errcode);
        };
    }

    static WechatError argument(String field) {
        return new WechatError(47003, "argument invalid! data." + field + ".value invalid");
    }
}

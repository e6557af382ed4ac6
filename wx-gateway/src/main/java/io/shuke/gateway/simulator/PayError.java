package io.shuke.gateway.simulator;

/** What WeChat Pay answers to what it will not do: a status, a word and a sentence. */
final class PayError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    private PayError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static PayError unsigned() {
        return new PayError(401, "SIGN_ERROR", "签名错误");
    }

    static PayError parameter(String what) {
        return new PayError(400, "PARAM_ERROR", "参数错误: " + what);
    }

    static PayError noOrder() {
        return new PayError(404, "ORDER_NOT_EXIST", "订单不存在");
    }

    static PayError noRefund() {
        return new PayError(404, "RESOURCE_NOT_EXISTS", "退款单不存在");
    }

    static PayError paid() {
        return new PayError(400, "ORDERPAID", "该订单已支付");
    }

    static PayError closed() {
        return new PayError(400, "ORDER_CLOSED", "订单已关闭");
    }

    static PayError numberUsed() {
        return new PayError(403, "OUT_TRADE_NO_USED", "商户订单号重复");
    }

    static PayError invalid(String why) {
        return new PayError(400, "INVALID_REQUEST", why);
    }

    /** What a fault script's number stands for. */
    static PayError scripted(int errcode) {
        return switch (errcode) {
            case 401 -> unsigned();
            case 403 -> new PayError(403, "NO_AUTH", "商户无权限");
            case 404 -> noOrder();
            case 429 -> new PayError(429, "FREQUENCY_LIMITED", "频率超限");
            default -> new PayError(500, "SYSTEM_ERROR", "系统错误");
        };
    }

    int status() {
        return status;
    }

    String body() {
        return Json.text(Json.of("code", code, "message", String.valueOf(getMessage())));
    }
}

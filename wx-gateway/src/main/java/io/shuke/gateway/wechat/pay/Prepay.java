package io.shuke.gateway.wechat.pay;

/** What the page hands to {@code wx.requestPayment} or {@code WeixinJSBridge}, signed by the shop. */
public record Prepay(
        String appId, String timeStamp, String nonceStr, String packageValue, String signType, String paySign) {

    @Override
    public String toString() {
        return "Prepay[" + appId + "]";
    }
}

package io.shuke.marketing.coupon;

/** Where a bill comes from (渠道). */
public enum SalesChannel {
    STORE("到店"),
    MINI_PROGRAM("小程序"),
    DELIVERY("外卖");

    private final String label;

    SalesChannel(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}

package io.shuke.marketing.push;

/** What a message is about: a member may refuse each by itself. */
public enum Topic {
    OFFER("优惠活动", true),
    NEWS("新品和店铺动态", true),
    CARE("关怀和生日", true),
    SERVICE("会员服务提醒", false),
    LEVEL("等级变化", false),
    POINTS("积分变动和到期", false),
    BALANCE("余额变动", false),
    COUPON("优惠券到期和集章奖励", false);

    private final String label;
    private final boolean marketing;

    Topic(String label, boolean marketing) {
        this.label = label;
        this.marketing = marketing;
    }

    public String label() {
        return label;
    }

    /** Whether caps, quiet hours and the ban on service templates concern it. */
    public boolean isMarketing() {
        return marketing;
    }
}

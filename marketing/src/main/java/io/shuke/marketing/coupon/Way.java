package io.shuke.marketing.coupon;

/** How a coupon comes to a member. */
public enum Way {
    CLAIM("公开领取"),
    POINTS("积分兑换"),
    /** A word that is told or printed. */
    WORD("口令领取"),
    /** The code of one offer, which the staff prints or shows. */
    SCAN("扫码到账"),
    NEWCOMER("新会员自动到账"),
    LEVEL("升级自动到账"),
    CHECK_IN("签到奖励"),
    STAMP("集章奖励"),
    REFERRAL("邀请好友"),
    FESTIVAL("节日发放"),
    STAFF("店员发放"),
    BULK("批量发放");

    private final String label;

    Way(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

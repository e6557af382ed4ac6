package io.shuke.member.ledger;

/** Why something moves, in a word the customer understands. */
public enum Reason {
    CHECK_IN("签到", Kind.EARNS),
    STREAK("连续签到奖励", Kind.EARNS),
    WELCOME("入会礼", Kind.EARNS),
    PURCHASE("消费", Kind.EARNS),
    ACTIVITY("活动", Kind.EARNS),
    REFERRAL("邀请好友", Kind.EARNS),
    BIRTHDAY("生日礼", Kind.EARNS),
    GRANT("人工赠送", Kind.EARNS),
    OPENING("期初结转", Kind.EARNS),
    CHARGE("储值充值", Kind.EARNS),
    CHARGE_GIFT("充值赠送", Kind.EARNS),
    COMMISSION("分销佣金", Kind.EARNS),
    STAMP("集章", Kind.EARNS),
    PASS("购买次卡", Kind.EARNS),

    MAKE_UP("补签", Kind.SPENDS),
    OFFSET("积分抵现", Kind.SPENDS),
    GIFT("兑换礼品", Kind.SPENDS),
    COUPON("兑换优惠券", Kind.SPENDS),
    PAYMENT("余额支付", Kind.SPENDS),
    PAY_BACK("退还储值", Kind.SPENDS),
    STAMP_REWARD("集章兑换", Kind.SPENDS),
    PASS_USE("次卡使用", Kind.SPENDS),
    DEDUCTION("人工扣减", Kind.SPENDS),

    REFUND("退款", Kind.REVERSES),
    RELEASE("预留退回", Kind.REVERSES),
    CORRECTION("更正", Kind.REVERSES),

    /** These only the ledger itself gives. */
    EXPIRY("积分过期", Kind.KEEPS_HOUSE),
    MATURED("待到账积分到账", Kind.KEEPS_HOUSE),
    MERGE("会员合并", Kind.KEEPS_HOUSE),
    LEAVING("会员注销", Kind.KEEPS_HOUSE);

    enum Kind {
        EARNS,
        SPENDS,
        REVERSES,
        KEEPS_HOUSE
    }

    private final String label;
    private final Kind kind;

    Reason(String label, Kind kind) {
        this.label = label;
        this.kind = kind;
    }

    /** What the customer reads when the movement has no note of its own. */
    public String label() {
        return label;
    }

    boolean is(Kind one) {
        return kind == one;
    }
}

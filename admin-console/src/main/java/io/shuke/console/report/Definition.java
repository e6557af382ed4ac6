package io.shuke.console.report;

/** What a number on the report means, so that nobody has to guess. */
enum Definition {
    TAKINGS("member-takings-fen", "会员消费额", "元", true, "会员实际付的钱，减去这段时间里退给会员的钱"),
    ALL_TAKINGS("takings-fen", "全部营业额", "元", true, "所有人实际付的钱，减去这段时间里退掉的钱"),
    BILLS("bills", "全部单数", "单", true, "没有全部退掉的单"),
    MEMBER_BILLS("member-bills", "会员单数", "单", true, "其中出示了会员码的单"),
    BUYERS("buyers", "活跃会员", "位", true, "这段时间里买过单的会员，来几次都算一位"),
    RETURNING("returning", "回头客", "位", true, "活跃会员里，这次不是第一次来的人"),
    JOINED("joined", "新会员", "位", false, "这段时间里入会、现在还是会员的人"),
    CHECK_INS("check-ins", "签到", "次", false, "签到和补签的天数"),
    POINTS_ISSUED("points-issued", "发放积分", "分", false, "签到、消费等送出的积分，收回的已经减掉；搬家带来的期初积分不算"),
    POINTS_USED("points-used", "使用积分", "分", false, "抵现、兑换等用掉的积分，退回的已经减掉"),
    POINTS_EXPIRED("points-expired", "过期积分", "分", false, "到期没用的积分"),
    COUPONS_ISSUED("coupons-issued", "发券", "张", false, "用各种方式送到会员手里的券"),
    COUPONS_USED("coupons-used", "用券", "张", true, "用在单上的券，单退掉、券退回的不算"),
    COUPONS_FEN("coupons-used-fen", "券优惠", "元", true, "这些券一共减掉的钱"),
    PUSHES("pushes", "群发", "次", false, "发起的群发消息"),
    SENT("messages-sent", "送出消息", "条", false, "微信接收了的消息"),
    OPENED("messages-opened", "打开", "条", false, "会员点开了里面链接的消息"),
    FRIENDS("friends", "好友入会", "位", false, "被会员邀请来入会的人"),
    FRIENDS_BOUGHT("friends-bought", "好友已消费", "位", false, "其中后来买过单的人");

    private final String figure;
    private final String label;
    private final String unit;
    private final boolean byStore;
    private final String words;

    Definition(String figure, String label, String unit, boolean byStore, String words) {
        this.figure = figure;
        this.label = label;
        this.unit = unit;
        this.byStore = byStore;
        this.words = words;
    }

    /** As the facts are called. */
    String figure() {
        return figure;
    }

    String label() {
        return label;
    }

    String unit() {
        return unit;
    }

    /** Whether it is known for each store. */
    boolean isByStore() {
        return byStore;
    }

    boolean isMoney() {
        return figure.endsWith("-fen");
    }

    String words() {
        return words;
    }
}

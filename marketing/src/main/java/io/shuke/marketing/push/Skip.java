package io.shuke.marketing.push;

/** Why somebody gets nothing, or why it went wrong, in a word that is counted. */
public enum Skip {
    OPTED_OUT("不想收到这类消息"),
    TOO_OFTEN("最近已收到太多消息"),
    JUST_BOUGHT("刚来买过"),
    FROZEN("账户正在核查"),
    GONE("已注销或撤回授权"),
    NOT_FOLLOWING("没有关注公众号"),
    NO_CREDIT("没有订阅授权"),
    NO_TALK("48 小时内没有互动"),
    NO_ADDRESS("没有可用的微信账号或手机号"),
    STOPPED("推送已停止"),
    NO_COUPON("优惠券已发完"),
    /** The provider said no for this person. */
    REFUSED("微信拒收"),
    BLOCKED("对方拒收或已取消"),
    /** The provider did not like the message. */
    BAD_MESSAGE("内容或设置有误"),
    BUSY("微信一直繁忙"),
    /** Nobody knows whether it arrived. */
    NO_ANSWER("微信没有答复"),
    NODE_DIED("服务器中断，结果未知");

    private final String label;

    Skip(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

package io.shuke.console.home;

import io.shuke.marketing.home.Matter;

/** What a matter is called at the desk. */
final class SuggestionWords {

    private SuggestionWords() {}

    static String title(Matter matter, long many) {
        return switch (matter) {
            case BOOKS -> "账目有 " + many + " 处对不上";
            case REFUNDS -> many + " 笔退款卡住了";
            case TILLS -> "收银额度报警 " + many + " 次";
            case BIRTHDAY_3 -> many + " 位会员 3 天后过生日";
            case COUPONS_END -> many + " 位会员的券 3 天内到期";
            case LATE -> many + " 位熟客该来没来";
            case COUPONS_UNUSED -> many + " 位会员的券 7 天没用";
            case POINTS_END -> many + " 位会员的积分 7 天内到期";
            case BIRTHDAY_7 -> many + " 位会员 7 天后过生日";
        };
    }

    static String why(Matter matter) {
        return switch (matter) {
            case BOOKS -> "相关账户已经冻结，请尽快看一看";
            case REFUNDS -> "钱没有退到客人手里，需要您来决定";
            case TILLS -> "可能是生意好，也可能是密钥被别人拿到了";
            case BIRTHDAY_3 -> "现在送一张券，当天正好来用";
            case COUPONS_END -> "提醒一声，别让券白白过期";
            case LATE -> "比自己平时的间隔晚了一倍以上，手里也没有券";
            case COUPONS_UNUSED -> "拿了券也一周没来，问候一声";
            case POINTS_END -> "提醒来兑换，积分用掉了人就会再来";
            case BIRTHDAY_7 -> "早一点准备，显得用心";
        };
    }
}

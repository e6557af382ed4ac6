package io.shuke.console.points;

import io.shuke.member.level.Levels;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.points.CashOffset;
import io.shuke.member.points.PointsRules;
import io.shuke.member.points.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Rules for points as the merchant would tell them, a line for each. */
@Component
class PointsRulesWords {

    private static final String DAYS = "一二三四五六日";

    private final Levels levels;
    private final Merchants merchants;

    PointsRulesWords(Levels levels, Merchants merchants) {
        this.levels = levels;
        this.merchants = merchants;
    }

    List<String> of(PointsRules.Rules rules) {
        var earning = rules.earning();
        var words = new ArrayList<String>();
        words.add("每消费 100 元得 " + earning.pointsPerHundredYuan() + " 积分");
        earning.levels()
                .forEach((step, rate) ->
                        words.add(levels.ladder().rung(step).level().name() + "每消费 100 元得 " + rate + " 积分"));
        earning.windows().forEach(window -> words.add(day(window) + "积分 " + times(window.percent()) + " 倍"));
        earning.categories()
                .forEach((category, percent) ->
                        words.add(percent == 0 ? category + "不积分" : category + "积分 " + times(percent) + " 倍"));
        earning.stores().forEach((store, percent) -> words.add(store(store) + "积分 " + times(percent) + " 倍"));
        if (earning.dailyCap() != null) {
            words.add("每人每天最多得 " + earning.dailyCap() + " 积分");
        }
        words.add(pays(rules.offset()));
        return words;
    }

    private String store(long id) {
        return merchants.stores().stream()
                .filter(store -> store.id() == id)
                .findFirst()
                .map(store -> store.name())
                .orElse("已关闭的门店");
    }

    private static String day(Window window) {
        return switch (window.kind()) {
            case WEEKDAY -> "每周" + DAYS.charAt(window.on() - 1);
            case MONTH_DAY -> "每月 " + window.on() + " 日";
            case BIRTHDAY -> "生日当天";
            case BIRTHDAY_WEEK -> "生日前后三天";
            case BOOST -> "升级加速期内";
        };
    }

    private static String pays(CashOffset offset) {
        return offset.pointsPerYuan() == 0
                ? "积分不能抵现金"
                : offset.pointsPerYuan() + " 积分抵 1 元，每单最多抵 " + offset.sharePercent() + "%，且不超过 "
                        + times((int) offset.most().value()) + " 元";
    }

    private static String times(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }
}

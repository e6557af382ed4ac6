package io.shuke.console.level;

import io.shuke.member.level.Benefits;
import io.shuke.member.level.Ladder;
import io.shuke.member.level.Measure;
import io.shuke.member.level.Rung;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A ladder as the merchant would tell it, a line for each rule. */
final class LadderWords {

    private LadderWords() {}

    static List<String> of(Ladder ladder) {
        var words = new ArrayList<String>();
        words.add("看最近 " + ladder.windowMonths() + " 个月的" + measured(ladder.measure()));
        for (var rung : ladder.rungs()) {
            words.add(rung.level().name() + "：" + bar(rung, ladder.measure()));
            words.add(rung.level().name() + "的待遇：" + brought(rung.benefits()));
        }
        words.add("连续 " + ladder.graceMonths() + " 个月没达标才降一级");
        words.add("升级后 " + ladder.protectionDays() + " 天内不会降");
        if (ladder.boostDays() > 0) {
            words.add("升级后 " + ladder.boostDays() + " 天内积分 " + hundredths(ladder.boostPercent()) + " 倍");
        }
        return words;
    }

    private static String measured(Measure measure) {
        return switch (measure) {
            case AMOUNT -> "消费金额";
            case VISITS -> "消费次数";
            case GROWTH -> "成长值";
        };
    }

    private static String bar(Rung rung, Measure measure) {
        if (rung.step() == 1) {
            return "入会就是";
        }
        var reach =
                switch (measure) {
                    case AMOUNT -> "满 " + hundredths(rung.threshold()) + " 元";
                    case VISITS -> "满 " + rung.threshold() + " 次";
                    case GROWTH -> "满 " + rung.threshold() + " 成长值";
                };
        return rung.sharePercent() == 0 ? reach : reach + "，最多占会员的 " + rung.sharePercent() + "%";
    }

    private static String brought(Benefits benefits) {
        var parts = new ArrayList<String>();
        if (benefits.discountPercent() != 100) {
            parts.add(BigDecimal.valueOf(benefits.discountPercent(), 1)
                            .stripTrailingZeros()
                            .toPlainString() + " 折");
        }
        if (benefits.pointsPercent() != 100) {
            parts.add("积分 " + hundredths(benefits.pointsPercent()) + " 倍");
        }
        if (!benefits.birthdayGift().isEmpty()) {
            parts.add("生日送" + benefits.birthdayGift());
        }
        if (benefits.freeDeliveries() > 0) {
            parts.add("每月免运费 " + benefits.freeDeliveries() + " 次");
        }
        if (benefits.priority()) {
            parts.add("优先服务");
        }
        if (benefits.adviser()) {
            parts.add("专属导购");
        }
        return parts.isEmpty() ? "没有" : String.join("、", parts);
    }

    private static String hundredths(long value) {
        return BigDecimal.valueOf(value, 2).stripTrailingZeros().toPlainString();
    }
}

package io.shuke.marketing.audience;

import io.shuke.member.ground.Span;
import io.shuke.member.membership.Occasion;
import io.shuke.member.purchase.LifeStage;
import io.shuke.member.purchase.Quadrant;
import java.util.List;
import java.util.stream.Collectors;

/** A condition as a merchant would say it, each part a phrase that stands before 会员. */
final class ConditionWords implements Condition.Cases<String> {

    private static final String[] FIFTHS = {"", "最低", "较低", "中等", "较高", "最高"};

    private final Names.Known names;

    private ConditionWords(Names.Known names) {
        this.names = names;
    }

    static String of(Condition condition, Names.Known names) {
        return condition instanceof Condition.Everyone ? "所有会员" : condition.as(new ConditionWords(names)) + "的会员";
    }

    @Override
    public String everyone() {
        return "所有";
    }

    @Override
    public String reachable() {
        return "能收到消息";
    }

    @Override
    public String all(List<Condition> of) {
        return of.stream().map(this::part).collect(Collectors.joining("、"));
    }

    @Override
    public String any(List<Condition> of) {
        return of.stream().map(this::part).collect(Collectors.joining("或者"));
    }

    @Override
    public String not(Condition of) {
        if (of instanceof Condition.Not twice) {
            return twice.of().as(this);
        }
        return of instanceof Condition.Bought bought
                ? within(bought) + "没买过" + goods(bought)
                : "不是（" + of.as(this) + "）";
    }

    /** What holds several in itself stands in brackets, so that it cannot be read two ways. */
    private String part(Condition one) {
        var several = one instanceof Condition.All || one instanceof Condition.Any;
        return several ? "（" + one.as(this) + "）" : one.as(this);
    }

    @Override
    public String measured(Measure measure, Span span) {
        return switch (measure) {
            case LEVEL -> level(span);
            case LAST_VISIT -> ago("来过", "没来", span);
            case LAST_CHECK_IN -> ago("签过到", "没签到", span);
            case JOINED -> ago("入会", "没有新入会", span);
            case RECENCY, FREQUENCY, MONEY -> measure.label() + fifths(span);
            case VISITS -> span.equals(Span.exactly(0)) ? "从没消费过" : measure.label() + number(measure, span);
            case AMOUNT, AVERAGE_BILL, STREAK, CHECK_INS -> measure.label() + number(measure, span);
        };
    }

    private String level(Span span) {
        var least = Math.max(1, span.least());
        if (span.isOpen()) {
            return names.level(least) + "及以上";
        }
        return span.most() <= least ? names.level(least) : names.level(least) + "到" + names.level(span.most());
    }

    private static String ago(String did, String didNot, Span days) {
        if (days.isOpen()) {
            return days.least() == 0 ? did : "最近 " + days.least() + " 天" + didNot;
        }
        return days.least() == 0 ? "最近 " + days.most() + " 天" + did : days.least() + " 到 " + days.most() + " 天前" + did;
    }

    private static String fifths(Span span) {
        var least = (int) Math.min(5, Math.max(1, span.least()));
        var most = (int) Math.min(5, Math.max(least, span.most()));
        return least == most ? FIFTHS[least] + "一档（五档之一）" : "在 " + least + " 到 " + most + " 档（共五档）";
    }

    private static String number(Measure measure, Span span) {
        var least = said(measure, span.least());
        if (span.isOpen()) {
            return " " + least + " " + measure.unit() + "以上";
        }
        if (span.least() == span.most()) {
            return " " + least + " " + measure.unit();
        }
        var most = said(measure, span.most());
        return span.least() == 0
                ? "不超过 " + most + " " + measure.unit()
                : " " + least + " 到 " + most + " " + measure.unit();
    }

    private static String said(Measure measure, long number) {
        if (!measure.isMoney()) {
            return Long.toString(number);
        }
        return number % 100 == 0 ? Long.toString(number / 100) : "%d.%02d".formatted(number / 100, number % 100);
    }

    @Override
    public String bought(Condition.Bought bought) {
        var times = bought.times() == 1 ? "" : " " + bought.times() + " 次以上";
        return within(bought) + "买过" + goods(bought) + times;
    }

    private static String within(Condition.Bought bought) {
        return bought.withinDays() == null ? "" : "最近 " + bought.withinDays() + " 天";
    }

    private static String goods(Condition.Bought bought) {
        return switch (bought.shelf()) {
            case GOODS -> bought.name();
            case CATEGORY -> bought.name() + "类";
        };
    }

    @Override
    public String lastStore(long store) {
        return "上次在" + names.store(store) + "消费";
    }

    @Override
    public String lastChannel(String channel) {
        return "上次通过 " + channel + " 消费";
    }

    @Override
    public String coupon(Condition.WithCoupon coupon) {
        var offer = coupon.offer();
        var name = offer == null ? "优惠券" : "「" + names.offer().of(offer) + "」";
        return switch (coupon.use()) {
            case HOLDS -> coupon.days() == 0 ? "手里有没用的" + name : "手里的" + name + " " + coupon.days() + " 天还没用";
            case USED -> (coupon.days() == 0 ? "" : "最近 " + coupon.days() + " 天") + "用过" + name;
            case ENDS -> "手里的" + name + " " + coupon.days() + " 天内到期";
        };
    }

    @Override
    public String stage(LifeStage stage) {
        return "属于" + stage.label();
    }

    @Override
    public String quadrant(Quadrant quadrant) {
        return quadrant.label();
    }

    @Override
    public String late(int percent) {
        var times = percent % 100 == 0 ? Integer.toString(percent / 100) : Double.toString(percent / 100.0);
        return "比自己平时的间隔晚了 " + times + " 倍还没来";
    }

    @Override
    public String pointsEnd(int days) {
        return days == 0 ? "有积分今天到期" : "有积分 " + days + " 天内到期";
    }

    @Override
    public String dateIn(Occasion occasion, int days) {
        return days == 0 ? "今天" + occasion.label() : "未来 " + days + " 天内" + occasion.label();
    }

    @Override
    public String tagged(long tag) {
        return "有「" + names.tag().of(tag) + "」标签";
    }
}

package io.shuke.marketing.push;

import java.util.List;
import java.util.stream.Stream;

/** What members are told of without anybody's doing. */
public enum Occasion {
    JOINED("入会成功", Topic.SERVICE, false),
    LEVEL_UP("会员升级", Topic.LEVEL, true, new Word("{原等级}", "银卡"), new Word("{等级}", "金卡")),
    LEVEL_DOWN("会员等级调整", Topic.LEVEL, true, new Word("{原等级}", "金卡"), new Word("{等级}", "银卡")),
    LEVEL_AT_RISK(
            "保级提醒",
            Topic.LEVEL,
            true,
            new Word("{等级}", "金卡"),
            new Word("{差多少}", "本期再消费 ¥120 可保住金卡"),
            new Word("{剩余月数}", "2")),
    POINTS_CHANGED(
            "积分变动", Topic.POINTS, false, new Word("{变动}", "+38"), new Word("{原因}", "消费"), new Word("{余额}", "520")),
    POINTS_EXPIRING("积分到期", Topic.POINTS, true, 15, new Word("{到期积分}", "120"), new Word("{到期日}", "2026年12月31日")),
    COUPON_EXPIRING(
            "优惠券到期",
            Topic.COUPON,
            true,
            3,
            new Word("{券名}", "满50减10"),
            new Word("{张数}", "2"),
            new Word("{到期日}", "2026年12月3日")),
    BALANCE_CHANGED(
            "余额变动",
            Topic.BALANCE,
            false,
            new Word("{变动}", "-¥28.00"),
            new Word("{金额}", "¥28.00"),
            new Word("{原因}", "余额支付"),
            new Word("{余额}", "¥172.00")),
    BALANCE_LOW("余额不足", Topic.BALANCE, true, new Word("{余额}", "¥18.00")),
    STAMP_REWARD("集章奖励", Topic.COUPON, true, new Word("{集章卡}", "咖啡集章卡"), new Word("{奖励}", "中杯拿铁一杯"));

    /** What stands in braces in the notice's text. @param example for whoever writes the text */
    public record Word(String name, String example) {}

    static final String DAY = "{日期}";
    private static final Word WHEN = new Word(DAY, "2026年11月25日");
    private static final int LONGEST_AHEAD = 60;

    private final String label;
    private final Topic topic;
    private final boolean patient;
    private final int ahead;
    private final List<Word> words;

    Occasion(String label, Topic topic, boolean patient, Word... words) {
        this(label, topic, patient, 0, words);
    }

    /** @param ahead so many days before, as long as the shop says nothing else; 0 for what is told when it happens */
    Occasion(String label, Topic topic, boolean patient, int ahead, Word... words) {
        this.label = label;
        this.topic = topic;
        this.patient = patient;
        this.ahead = ahead;
        this.words = List.of(words);
    }

    public String label() {
        return label;
    }

    /** By which a member refuses it. */
    public Topic topic() {
        return topic;
    }

    /** Whether it may wait until the shop's quiet hours are over; else somebody has just done something and looks for it. */
    boolean isPatient() {
        return patient;
    }

    /** In days; 0 where there is nothing to be ahead of. */
    public int ahead() {
        return ahead;
    }

    /** Besides those of every message, such as {@code {昵称}}. */
    public List<Word> words() {
        return Stream.concat(words.stream(), Stream.of(WHEN)).toList();
    }

    boolean allows(int days) {
        return ahead == 0 ? days == 0 : days >= 1 && days <= LONGEST_AHEAD;
    }
}

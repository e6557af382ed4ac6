package io.shuke.marketing.audience;

/** What can be asked with a number: the word it has in JSON, and how a merchant says it. */
public enum Measure {
    LEVEL("level", "", "等级"),
    VISITS("visits", "次", "买过"),
    AMOUNT("amount", "元", "累计消费"),
    AVERAGE_BILL("averageBill", "元", "平均每单"),
    /** In days ago, like every other measure of time. */
    LAST_VISIT("lastVisit", "天", "来过"),
    JOINED("joined", "天", "入会"),
    RECENCY("recency", "档", "最近消费评分"),
    FREQUENCY("frequency", "档", "消费次数评分"),
    MONEY("money", "档", "消费金额评分"),
    STREAK("streak", "天", "连续签到"),
    CHECK_INS("checkIns", "天", "本月签到"),
    LAST_CHECK_IN("lastCheckIn", "天", "签到");

    private final String word;
    private final String unit;
    private final String label;

    Measure(String word, String unit, String label) {
        this.word = word;
        this.unit = unit;
        this.label = label;
    }

    String word() {
        return word;
    }

    String unit() {
        return unit;
    }

    String label() {
        return label;
    }

    boolean isMoney() {
        return this == AMOUNT || this == AVERAGE_BILL;
    }

    boolean isDaysAgo() {
        return this == LAST_VISIT || this == JOINED || this == LAST_CHECK_IN;
    }
}

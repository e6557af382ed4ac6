package io.shuke.member.membership;

/** What an important date is kept for. */
public enum Occasion {
    BIRTHDAY("生日"),
    BABY_BIRTHDAY("宝宝生日"),
    /** 百日: the hundredth day of a child's life. It comes once, so it needs its year. */
    HUNDRED_DAYS("百日"),
    ANNIVERSARY("纪念日");

    private final String label;

    Occasion(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

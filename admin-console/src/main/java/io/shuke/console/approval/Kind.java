package io.shuke.console.approval;

/** What is done by hand. */
public enum Kind {
    POINTS("手工调整积分"),
    /** 分 of stored gifts. */
    BALANCE("手工调整储值赠额"),
    /** 分 of principal. */
    REFUND("储值退款"),
    /** 分 that were handed over, and the gift on top. */
    CHARGE("柜台储值"),
    /** Pieces. */
    COUPON("手工送券");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

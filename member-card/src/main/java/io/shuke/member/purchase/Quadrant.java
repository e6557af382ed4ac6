package io.shuke.member.purchase;

/** How often somebody comes and how much his bills come to, against the middle of all who bought. The number is what rows keep. */
public enum Quadrant {
    OFTEN_DEAR(1, "常来、单价高"),
    OFTEN_CHEAP(2, "常来、单价低"),
    SELDOM_DEAR(3, "少来、单价高"),
    SELDOM_CHEAP(4, "少来、单价低");

    private final int number;
    private final String label;

    Quadrant(int number, String label) {
        this.number = number;
        this.label = label;
    }

    int number() {
        return number;
    }

    public String label() {
        return label;
    }
}

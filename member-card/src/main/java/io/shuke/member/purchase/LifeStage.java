package io.shuke.member.purchase;

/** Where somebody stands as a customer. The number is what rows keep. */
public enum LifeStage {
    NEW(1, "新客"),
    ACTIVE(2, "活跃"),
    DECLINING(3, "来得少了"),
    ASLEEP(4, "沉睡");

    private final int number;
    private final String label;

    LifeStage(int number, String label) {
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

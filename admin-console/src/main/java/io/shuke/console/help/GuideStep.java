package io.shuke.console.help;

/** What a shop needs before its first customer, in this order. */
enum GuideStep {
    STORE(false),
    WECHAT(false),
    /** The usual plan is in force already; somebody should have looked at it. */
    CHECK_IN(true),
    NEWCOMER(false),
    POSTER(true),
    MEMBER(false),
    /** Whoever is alone in his shop needs nobody. */
    STAFF(true);

    private final boolean byHand;

    GuideStep(boolean byHand) {
        this.byHand = byHand;
    }

    /** Whether somebody may say that it is done; the rest is told by the data alone. */
    boolean isByHand() {
        return byHand;
    }
}

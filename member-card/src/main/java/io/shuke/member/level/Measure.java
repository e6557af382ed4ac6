package io.shuke.member.level;

/** By what a merchant ranks his members. */
public enum Measure {
    /** What was paid less what went back, in 分. */
    AMOUNT("消费"),
    VISITS("来"),
    GROWTH("得");

    private final String verb;

    Measure(String verb) {
        this.verb = verb;
    }

    /** 消费 ¥120 , 来 3 次, 得 50 成长值: with a space where a number would touch what follows. */
    public String words(long value) {
        return verb + " "
                + switch (this) {
                    case AMOUNT -> yuan(value) + " ";
                    case VISITS -> value + " 次";
                    case GROWTH -> value + " 成长值";
                };
    }

    private static String yuan(long fen) {
        return fen % 100 == 0 ? "¥" + fen / 100 : "¥%d.%02d".formatted(fen / 100, fen % 100);
    }
}

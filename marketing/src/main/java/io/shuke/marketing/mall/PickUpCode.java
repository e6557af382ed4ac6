package io.shuke.marketing.mall;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What a member shows, or says, to get his gift: eight digits, because they are typed with one thumb. That is short enough
 * to guess, so a code opens nothing by itself: only staff who are signed in may ask for one.
 */
public record PickUpCode(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{8}");
    private static final int COUNT = 100_000_000;

    public PickUpCode {
        if (!FORM.matcher(value).matches()) {
            throw GiftRefusal.unknownCode();
        }
    }

    static PickUpCode random(RandomGenerator random) {
        return new PickUpCode("%08d".formatted(random.nextInt(COUNT)));
    }

    @Override
    public String toString() {
        return "PickUpCode[]";
    }
}

package io.shuke.marketing.till;

import java.util.Optional;
import java.util.regex.Pattern;

/** The public half of a till's key, such as {@code tk_2l7x0k9m1c3a}. Not secret: it only says whose signature follows. */
public record TillKeyId(long value) {

    private static final String MARK = "tk_";
    private static final Pattern FORM = Pattern.compile(MARK + "[1-9a-z][0-9a-z]{0,12}");

    public TillKeyId {
        if (value <= 0) {
            throw new IllegalArgumentException("a key's id is positive");
        }
    }

    /** Empty for what cannot be a key. */
    public static Optional<TillKeyId> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TillKeyId(Long.parseLong(text.substring(MARK.length()), 36)));
        } catch (NumberFormatException beyondAllIds) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return MARK + Long.toString(value, 36);
    }
}

package io.shuke.member.membership;

import java.util.regex.Pattern;

/** A verified mainland mobile number, in one form only: eleven ASCII digits, so that one number has one blind index. */
public record Phone(String number) {

    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern WRITTEN =
            Pattern.compile("(?:(?:\\+|00)?86[ -]?)?(1[3-9][0-9]([ -]?)[0-9]{4}\\2[0-9]{4})");

    public Phone {
        if (!MOBILE.matcher(number).matches()) {
            throw MembershipRefusal.phoneMalformed();
        }
    }

    /** Reads what people and WeChat write: {@code 13800138000}, {@code +86 138 0013 8000}, {@code 86-138-0013-8000}. */
    public static Phone parse(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw MembershipRefusal.phoneMalformed();
        }
        return new Phone(written.group(1).replaceAll("[ -]", ""));
    }

    static boolean looksLike(String text) {
        return MOBILE.matcher(text).matches();
    }

    public String masked() {
        return number.substring(0, 3) + "****" + number.substring(7);
    }

    Identity identity() {
        return new Identity(Identity.PHONE, number);
    }

    @Override
    public String toString() {
        return masked();
    }
}

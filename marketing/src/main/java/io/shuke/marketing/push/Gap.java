package io.shuke.marketing.push;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A place in a form. Its keyword says what may stand there: {@code thing1} a short text, {@code number3} a number.
 *
 * @param label what stands before it
 */
public record Gap(String keyword, String label) {

    /** In a text message a gap has a name of its own, and takes any text. */
    static final int SMS = 35;

    private static final int OTHERWISE = 64;
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
    private static final Map<String, Integer> LONGEST = Map.of(
            "thing", 20,
            "character_string", 32,
            "phone_number", 17,
            "car_number", 8,
            "const", 20,
            "phrase", 5,
            "name", 10,
            "number", 32,
            "symbol", 5,
            "letter", 32);
    private static final Map<String, Pattern> FORMS = Map.of(
            "number", Pattern.compile("[0-9.]+"),
            "letter", Pattern.compile("[A-Za-z]+"),
            "amount", Pattern.compile("[¥￥]?[0-9]+(\\.[0-9]{1,2})?元?"),
            "character_string", Pattern.compile("[\\x21-\\x7e]+"),
            "phrase", Pattern.compile("\\p{IsHan}+"),
            "phone_number", Pattern.compile("[0-9+-]+"));

    /** In characters, as WeChat counts them. */
    int longest() {
        return LONGEST.getOrDefault(kind(), OTHERWISE);
    }

    private String kind() {
        return keyword.replaceAll("[0-9]+$", "");
    }

    /** What a variable will bring nobody knows yet; that is cut to fit when it is sent. */
    void check(String value, boolean anyText) {
        if (value.isBlank()) {
            throw PushRefusal.gapEmpty(label);
        }
        var fixed = VARIABLE.matcher(value).replaceAll("");
        var most = anyText ? SMS : longest();
        if (fixed.codePointCount(0, fixed.length()) > most) {
            throw PushRefusal.gapTooLong(label, most);
        }
        var form = anyText ? null : FORMS.get(kind());
        if (form != null && fixed.equals(value) && !form.matcher(value).matches()) {
            throw PushRefusal.gapMalformed(label);
        }
    }

    /** As much of it as the provider takes. */
    static String fitted(String keyword, String value) {
        return fitted(value, new Gap(keyword, "").longest());
    }

    static String fitted(String value, int most) {
        return value.codePointCount(0, value.length()) <= most
                ? value
                : value.substring(0, value.offsetByCodePoints(0, most - 1)) + "…";
    }
}

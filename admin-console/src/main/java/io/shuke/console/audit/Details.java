package io.shuke.console.audit;

import io.shuke.member.ground.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a body may be kept for years. Of a rule all of it, for a rule is nobody's secret; of anything else the numbers, the
 * ids and the words in capitals that a program chooses from. Free text goes: people write names and phone numbers into it.
 */
final class Details {

    static final int LONGEST = 6_000;

    private static final int MOST_OF_A_LIST = 50;
    private static final Pattern PHONE = Pattern.compile("(?<![0-9])(\\+?86[ -]?)?1[3-9][0-9]{9}(?![0-9])");
    private static final Pattern CHOICE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}|[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,18}");
    private static final Set<String> SECRET = Set.of(
            "password", "present", "fresh", "secret", "secondFactor", "code", "token", "phone", "key", "appSecret");

    private Details() {}

    /** Empty for what is no JSON object; it will be refused anyway. */
    static Map<String, @Nullable Object> read(@Nullable String body) {
        if (body == null) {
            return Map.of();
        }
        try {
            return Json.read(body) instanceof Map<?, ?> map ? named(map) : Map.of();
        } catch (RuntimeException malformed) {
            return Map.of();
        }
    }

    private static Map<String, @Nullable Object> named(Map<?, ?> map) {
        var named = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, value) -> named.put(Objects.toString(name), value));
        return named;
    }

    /** As JSON. */
    static String kept(Map<String, @Nullable Object> told, boolean rule) {
        var text = Json.write(map(told, rule));
        return text.length() <= LONGEST ? text : "{\"length\":" + text.length() + "}";
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> told, boolean rule) {
        var kept = new LinkedHashMap<String, @Nullable Object>();
        told.forEach((name, value) -> {
            var named = Objects.toString(name);
            if (!SECRET.contains(named) && keeps(named, value, rule)) {
                kept.put(masked(named), one(value, rule));
            }
        });
        return kept;
    }

    private static boolean keeps(String name, @Nullable Object value, boolean rule) {
        if (rule || !(value instanceof String text)) {
            return true;
        }
        return CHOICE.matcher(text).matches()
                || (name.endsWith("Id") || name.equals("id"))
                        && ID.matcher(text).matches();
    }

    private static @Nullable Object one(@Nullable Object value, boolean rule) {
        if (value instanceof Map<?, ?> map) {
            return map(map, rule);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .filter(each -> rule || !(each instanceof String text) || text.matches("[0-9]{1,10}|[0-9]{12,19}"))
                    .limit(MOST_OF_A_LIST)
                    .map(each -> one(each, rule))
                    .toList();
        }
        if (value instanceof Long number && PHONE.matcher(number.toString()).matches()) {
            return null;
        }
        return value instanceof String text ? masked(text) : value;
    }

    private static String masked(String text) {
        return PHONE.matcher(text).replaceAll("***");
    }
}

package io.shuke.member.ground;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the small JSON that rows keep: objects as maps, arrays as lists, texts, whole numbers as {@link Long},
 * truth and null. The doors have Jackson; the domain knows no library for it.
 */
public final class Json {

    private static final int DEEPEST = 64;
    private static final String HEX = "0123456789abcdef";

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when that is no such JSON */
    public static @Nullable Object read(String text) {
        var json = new Json(text);
        var value = json.value(0);
        json.blanks();
        if (json.at < text.length()) {
            throw json.malformed();
        }
        return value;
    }

    public static String write(@Nullable Object value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        if (value instanceof String said) {
            quote(said, out);
        } else if (value instanceof List<?> list) {
            out.append('[');
            var before = "";
            for (var one : list) {
                write(one, out.append(before));
                before = ",";
            }
            out.append(']');
        } else if (value instanceof Map<?, ?> map) {
            out.append('{');
            var before = "";
            for (var entry : map.entrySet()) {
                quote(entry.getKey().toString(), out.append(before));
                write(entry.getValue(), out.append(':'));
                before = ",";
            }
            out.append('}');
        } else if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    private static void quote(String said, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < said.length(); i++) {
            char c = said.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private @Nullable Object value(int depth) {
        blanks();
        if (depth > DEEPEST) {
            throw malformed();
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> said();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object(int depth) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        at++;
        blanks();
        while (peek() != '}') {
            var name = said();
            blanks();
            take(':');
            map.put(name, value(depth + 1));
            blanks();
            comma('}');
        }
        at++;
        return map;
    }

    private List<@Nullable Object> array(int depth) {
        var list = new ArrayList<@Nullable Object>();
        at++;
        blanks();
        while (peek() != ']') {
            list.add(value(depth + 1));
            blanks();
            comma(']');
        }
        at++;
        return list;
    }

    private void comma(char end) {
        if (peek() != end) {
            take(',');
            blanks();
            if (peek() == end) {
                throw malformed();
            }
        }
    }

    private String said() {
        take('"');
        var said = new StringBuilder();
        for (char c = peek(); c != '"'; c = peek()) {
            at++;
            said.append(c == '\\' ? escaped() : c);
        }
        at++;
        return said.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                if (at + 4 > text.length()) {
                    throw malformed();
                }
                at += 4;
                yield (char) Integer.parseInt(text, at - 4, at, 16);
            }
            default -> throw malformed();
        };
    }

    private Long number() {
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        try {
            return Long.valueOf(text.substring(from, at));
        } catch (NumberFormatException none) {
            throw malformed();
        }
    }

    private @Nullable Object word(String word, @Nullable Object meant) {
        if (!text.startsWith(word, at)) {
            throw malformed();
        }
        at += word.length();
        return meant;
    }

    private void take(char c) {
        if (peek() != c) {
            throw malformed();
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw malformed();
        }
        return text.charAt(at);
    }

    private void blanks() {
        while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("no JSON at " + at);
    }
}

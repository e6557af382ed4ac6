package io.shuke.marketing.webhook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a message says: names with whole numbers or short texts, in the order they were given. */
public final class Facts {

    private final Map<String, Object> values = new LinkedHashMap<>();

    public Facts number(String name, long value) {
        values.put(name, value);
        return this;
    }

    /** An id, a word, a day: anything without a line break. */
    public Facts text(String name, Object value) {
        var text = value.toString();
        if (text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a fact is one line");
        }
        values.put(name, text);
        return this;
    }

    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /** A line for each: {@code name=12} a number, {@code name:12} a text. */
    String stored() {
        return values.entrySet().stream()
                .map(fact -> fact.getKey() + (fact.getValue() instanceof Long ? "=" : ":") + fact.getValue())
                .collect(Collectors.joining("\n"));
    }

    static Facts read(String stored) {
        var facts = new Facts();
        stored.lines().forEach(line -> {
            int at = 0;
            while (line.charAt(at) != '=' && line.charAt(at) != ':') {
                at++;
            }
            var name = line.substring(0, at);
            var value = line.substring(at + 1);
            if (line.charAt(at) == '=') {
                facts.number(name, Long.parseLong(value));
            } else {
                facts.text(name, value);
            }
        });
        return facts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values);
    }
}

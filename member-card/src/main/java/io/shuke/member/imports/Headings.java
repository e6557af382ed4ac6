package io.shuke.member.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The row that says what the columns are. */
record Headings(Map<Column, Integer> places, Map<Column, String> words, List<String> ignored) {

    Headings {
        places = Collections.unmodifiableMap(new EnumMap<>(places));
        words = Collections.unmodifiableMap(new EnumMap<>(words));
        ignored = List.copyOf(ignored);
    }

    /** Exports often have a title above the headings; where a phone column is named, that is the row. */
    static boolean in(Cells cells) {
        return cells.texts().stream()
                .anyMatch(text -> Column.of(text).filter(Column.PHONE::equals).isPresent());
    }

    static Headings of(Cells cells) {
        var places = new EnumMap<Column, Integer>(Column.class);
        var words = new EnumMap<Column, String>(Column.class);
        var ignored = new ArrayList<String>();
        for (int at = 0; at < cells.texts().size(); at++) {
            var word = cells.at(at);
            var column = Column.of(word).orElse(null);
            if (column != null) {
                if (places.put(column, at) != null) {
                    throw ImportRefusal.columnTwice(column.label());
                }
                words.put(column, word);
            } else if (!word.isEmpty()) {
                ignored.add(word);
            }
        }
        if (!places.containsKey(Column.PHONE)) {
            throw ImportRefusal.noPhoneColumn();
        }
        return new Headings(places, words, ignored);
    }

    String cell(Cells cells, Column column) {
        var at = places.get(column);
        return at == null ? "" : cells.at(at);
    }

    /** {@code phone=手机号码}, one a line. */
    String understood() {
        return words.entrySet().stream()
                .map(entry -> entry.getKey().code() + "=" + plain(entry.getValue(), 30))
                .collect(Collectors.joining("\n"));
    }

    String passedOver() {
        return ignored.stream().limit(15).map(word -> plain(word, 30)).collect(Collectors.joining("\n"));
    }

    private static String plain(String text, int longest) {
        var line = text.replaceAll("\\p{Cntrl}", " ");
        return line.substring(0, Math.min(line.length(), longest));
    }
}

package io.shuke.member.membership;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * By what members are looked for. Of a name every two letters that follow each other: a single one would tell from the hashes
 * alone, by how often it stands there, which are the Wangs. Of numbers the last four digits.
 */
final class SearchWords {

    private static final Pattern TAIL = Pattern.compile("[0-9]{4}");
    private static final Pattern SILENT = Pattern.compile("[^\\p{L}\\p{N}]");
    /** Of a name of 32 letters, and of another as long. */
    private static final int MOST = 64;

    private static final int TAIL_LENGTH = 4;

    private SearchWords() {}

    static Set<String> of(Member member) {
        var words = new LinkedHashSet<String>();
        pairs(words, plain(member.nickname()));
        pairs(words, plain(name(member)));
        words.add(tail(member.number()));
        if (member.phoneMasked() != null) {
            words.add(tail(member.phoneMasked()));
        }
        return words;
    }

    /** Nothing when so little was typed that half the town would be meant. */
    static Set<String> typed(String text) {
        var plain = plain(text);
        if (TAIL.matcher(plain).matches()) {
            return Set.of(tail(plain));
        }
        var words = new LinkedHashSet<String>();
        pairs(words, plain);
        return words;
    }

    /** The hashes say that all the pairs are in the name, not that they follow each other. */
    static boolean fits(Member member, String text) {
        var plain = plain(text);
        if (TAIL.matcher(plain).matches()) {
            return member.number().endsWith(plain)
                    || member.phoneMasked() != null && member.phoneMasked().endsWith(plain);
        }
        return plain(member.nickname()).contains(plain) || plain(name(member)).contains(plain);
    }

    private static String name(Member member) {
        return member.profile().getOrDefault("name", "");
    }

    private static String tail(String number) {
        return "tail " + number.substring(number.length() - TAIL_LENGTH);
    }

    private static void pairs(Set<String> words, String plain) {
        var letters = plain.codePoints().toArray();
        for (int i = 0; i + 1 < letters.length && words.size() < MOST; i++) {
            words.add(new String(letters, i, 2));
        }
    }

    /** Wide letters are narrow, great ones small, and spaces and marks are not heard. */
    private static String plain(String text) {
        return SILENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}

package io.shuke.member.membership;

import java.util.function.Supplier;

/** What people type: one line, bounded, nothing invisible in it. */
final class Text {

    private Text() {}

    static String line(String typed, int longest, Supplier<? extends RuntimeException> refusal) {
        var line = typed.strip();
        if (line.isEmpty()
                || line.codePointCount(0, line.length()) > longest
                || !line.codePoints().allMatch(Text::visible)) {
            throw refusal.get();
        }
        return line;
    }

    /** No control characters, halves of surrogate pairs, or marks that turn the direction of all text after them. */
    private static boolean visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            // Emoji are joined by U+200D; the other format characters only serve to deceive.
            case Character.FORMAT -> character == 0x200D || character >= 0xE0020 && character <= 0xE007F;
            default -> true;
        };
    }
}

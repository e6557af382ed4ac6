package io.shuke.member.tag;

import java.time.Instant;

/**
 * A tag as the merchant made it.
 *
 * @param note shown at the till with every member who has it; may be empty
 */
public record Tag(TagId id, String name, String note, String madeBy, Instant madeAt) {

    static final int LONGEST_NAME = 12;
    static final int LONGEST_NOTE = 60;

    public Tag {
        if (name.isBlank() || !fits(name, LONGEST_NAME)) {
            throw TagRefusal.badName(LONGEST_NAME);
        }
        checkNote(note);
    }

    static void checkNote(String note) {
        if (!fits(note, LONGEST_NOTE)) {
            throw TagRefusal.badNote(LONGEST_NOTE);
        }
    }

    private static boolean fits(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}

package io.shuke.member.tag;

import java.time.Instant;

/**
 * A tag on a member.
 *
 * @param note of this member; may be empty
 * @param byRule given by a rule, which takes it away again when it no longer holds
 * @param by who gave it
 */
public record HeldTag(Tag tag, String note, boolean byRule, String by, Instant at) {

    /** {@code 宝妈：问问宝宝几个月了}: the member's own note before the tag's. */
    public String words() {
        var said = note.isEmpty() ? tag.note() : note;
        return said.isEmpty() ? tag.name() : tag.name() + "：" + said;
    }
}

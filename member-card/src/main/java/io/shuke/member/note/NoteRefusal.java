package io.shuke.member.note;

import io.shuke.member.ground.Refusal;

/** Why a note is not kept. */
public final class NoteRefusal extends Refusal {

    private NoteRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static NoteRefusal malformed(int longest) {
        return new NoteRefusal(Kind.BAD_INPUT, "note.malformed", longest);
    }

    static NoteRefusal tooMany(int most) {
        return new NoteRefusal(Kind.CONFLICT, "note.too-many", most);
    }

    static NoteRefusal otherContents() {
        return new NoteRefusal(Kind.CONFLICT, "note.other-contents");
    }

    static NoteRefusal unknown() {
        return new NoteRefusal(Kind.NOT_FOUND, "note.unknown");
    }
}

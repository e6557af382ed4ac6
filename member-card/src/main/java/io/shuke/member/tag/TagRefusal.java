package io.shuke.member.tag;

import io.shuke.member.ground.Refusal;

/** Why a tag is not made, changed or given. */
public final class TagRefusal extends Refusal {

    private TagRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static TagRefusal badName(int longest) {
        return new TagRefusal(Kind.BAD_INPUT, "tag.bad-name", longest);
    }

    static TagRefusal badNote(int longest) {
        return new TagRefusal(Kind.BAD_INPUT, "tag.bad-note", longest);
    }

    static TagRefusal nameTaken() {
        return new TagRefusal(Kind.CONFLICT, "tag.name-taken");
    }

    static TagRefusal tooMany(int most) {
        return new TagRefusal(Kind.CONFLICT, "tag.too-many", most);
    }

    static TagRefusal tooManyOnOne(int most) {
        return new TagRefusal(Kind.CONFLICT, "tag.too-many-on-one", most);
    }

    static TagRefusal unknown() {
        return new TagRefusal(Kind.NOT_FOUND, "tag.unknown");
    }

    static TagRefusal intoItself() {
        return new TagRefusal(Kind.BAD_INPUT, "tag.into-itself");
    }
}

package io.shuke.marketing.audience;

import io.shuke.member.ground.Refusal;

/** Why nobody can be gathered like that. */
public final class AudienceRefusal extends Refusal {

    private AudienceRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static AudienceRefusal impossible(String why) {
        return new AudienceRefusal(Kind.BAD_INPUT, "audience.impossible", why);
    }

    static AudienceRefusal unknownKind() {
        return new AudienceRefusal(Kind.BAD_INPUT, "audience.unknown-kind");
    }

    static AudienceRefusal malformed(String field) {
        return new AudienceRefusal(Kind.BAD_INPUT, "audience.malformed", field);
    }

    static AudienceRefusal tooLarge(int deep, int many) {
        return new AudienceRefusal(Kind.BAD_INPUT, "audience.too-large", deep, many);
    }

    static AudienceRefusal badName() {
        return new AudienceRefusal(Kind.BAD_INPUT, "audience.bad-name");
    }

    static AudienceRefusal tooMany(int most) {
        return new AudienceRefusal(Kind.CONFLICT, "audience.too-many", most);
    }

    static AudienceRefusal unknownSegment() {
        return new AudienceRefusal(Kind.NOT_FOUND, "audience.unknown-segment");
    }

    static AudienceRefusal nameTaken() {
        return new AudienceRefusal(Kind.CONFLICT, "audience.name-taken");
    }

    static AudienceRefusal changedMeanwhile() {
        return new AudienceRefusal(Kind.CONFLICT, "audience.changed-meanwhile");
    }

    static AudienceRefusal tooSlow() {
        return new AudienceRefusal(Kind.CONFLICT, "audience.too-slow");
    }
}

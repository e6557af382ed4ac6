package io.shuke.member.membership;

import io.shuke.member.ground.Refusal;

/** What membership says no to. */
public final class MembershipRefusal extends Refusal {

    private MembershipRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static MembershipRefusal identityMalformed() {
        return new MembershipRefusal(Kind.BAD_INPUT, "membership.identity-malformed");
    }

    static MembershipRefusal phoneMalformed() {
        return new MembershipRefusal(Kind.BAD_INPUT, "membership.phone-malformed");
    }

    static MembershipRefusal phoneTaken() {
        return new MembershipRefusal(Kind.CONFLICT, "membership.phone-taken");
    }

    static MembershipRefusal nicknameMalformed(int longest) {
        return new MembershipRefusal(Kind.BAD_INPUT, "membership.nickname-malformed", longest);
    }

    static MembershipRefusal birthdayImpossible() {
        return new MembershipRefusal(Kind.BAD_INPUT, "membership.birthday-impossible");
    }

    static MembershipRefusal guardianNeeded() {
        return new MembershipRefusal(Kind.FORBIDDEN, "membership.guardian-needed", Birthday.OF_AGE);
    }

    static MembershipRefusal dateImpossible() {
        return new MembershipRefusal(Kind.BAD_INPUT, "membership.date-impossible");
    }

    static MembershipRefusal tooManyDates(int most) {
        return new MembershipRefusal(Kind.BAD_INPUT, "membership.too-many-dates", most);
    }

    static MembershipRefusal unknownField(String name) {
        return new MembershipRefusal(Kind.BAD_INPUT, "membership.unknown-field", name);
    }

    static MembershipRefusal fieldMalformed(String name, int longest) {
        return new MembershipRefusal(Kind.BAD_INPUT, "membership.field-malformed", name, longest);
    }

    static MembershipRefusal consentOutdated(String current) {
        return new MembershipRefusal(Kind.CONFLICT, "membership.consent-outdated", current);
    }

    static MembershipRefusal withdrawn() {
        return new MembershipRefusal(Kind.FORBIDDEN, "membership.withdrawn");
    }

    static MembershipRefusal tooManyFields(int most) {
        return new MembershipRefusal(Kind.CONFLICT, "membership.too-many-fields", most);
    }

    static MembershipRefusal unknownMember() {
        return new MembershipRefusal(Kind.NOT_FOUND, "membership.unknown-member");
    }

    static MembershipRefusal badCursor() {
        return new MembershipRefusal(Kind.BAD_INPUT, "membership.bad-cursor");
    }

    static MembershipRefusal unknownMerge() {
        return new MembershipRefusal(Kind.NOT_FOUND, "membership.unknown-merge");
    }

    static MembershipRefusal notMergeable() {
        return new MembershipRefusal(Kind.CONFLICT, "membership.not-mergeable");
    }

    static MembershipRefusal mergeFinal() {
        return new MembershipRefusal(Kind.CONFLICT, "membership.merge-final");
    }
}

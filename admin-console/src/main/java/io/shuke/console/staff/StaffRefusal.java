package io.shuke.console.staff;

import io.shuke.member.ground.Refusal;

/** What the staff list says no to. */
public final class StaffRefusal extends Refusal {

    private StaffRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static StaffRefusal accountMalformed() {
        return new StaffRefusal(Kind.BAD_INPUT, "staff.account-malformed");
    }

    static StaffRefusal accountTaken(Account account) {
        return new StaffRefusal(Kind.CONFLICT, "staff.account-taken", account.value());
    }

    static StaffRefusal nameMalformed(int longest) {
        return new StaffRefusal(Kind.BAD_INPUT, "staff.name-malformed", longest);
    }

    static StaffRefusal passwordWeak(int shortest, int longest) {
        return new StaffRefusal(Kind.BAD_INPUT, "staff.password-weak", shortest, longest);
    }

    static StaffRefusal passwordWrong() {
        return new StaffRefusal(Kind.FORBIDDEN, "staff.password-wrong");
    }

    static StaffRefusal unknownStore() {
        return new StaffRefusal(Kind.NOT_FOUND, "staff.unknown-store");
    }

    static StaffRefusal unknown() {
        return new StaffRefusal(Kind.NOT_FOUND, "staff.unknown");
    }

    /** A wrong secret, one that was used, and one that is too old look alike. */
    static StaffRefusal firstOwnerUnknown() {
        return new StaffRefusal(Kind.NOT_FOUND, "staff.first-owner-unknown");
    }

    /** A wrong link, one that was used, withdrawn, or is too old look alike. */
    static StaffRefusal invitationUnknown() {
        return new StaffRefusal(Kind.NOT_FOUND, "staff.invitation-unknown");
    }

    static StaffRefusal changedMeanwhile() {
        return new StaffRefusal(Kind.CONFLICT, "staff.changed-meanwhile");
    }

    static StaffRefusal wechatTaken() {
        return new StaffRefusal(Kind.CONFLICT, "staff.wechat-taken");
    }

    static StaffRefusal wechatUnbound() {
        return new StaffRefusal(Kind.FORBIDDEN, "staff.wechat-unbound");
    }

    static StaffRefusal lastOwner() {
        return new StaffRefusal(Kind.CONFLICT, "staff.last-owner");
    }
}

package io.shuke.console.approval;

import io.shuke.console.approval.Approval.State;
import io.shuke.member.ground.Refusal;

/** What is said no to until a second person has agreed, and to that person. */
public final class ApprovalRefusal extends Refusal {

    private ApprovalRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static ApprovalRefusal needed(long days) {
        return new ApprovalRefusal(Kind.CONFLICT, "approval.needed", days);
    }

    static ApprovalRefusal refused() {
        return new ApprovalRefusal(Kind.CONFLICT, "approval.refused");
    }

    static ApprovalRefusal expired() {
        return new ApprovalRefusal(Kind.CONFLICT, "approval.expired");
    }

    static ApprovalRefusal keyUsed() {
        return new ApprovalRefusal(Kind.CONFLICT, "approval.key-used");
    }

    static ApprovalRefusal own() {
        return new ApprovalRefusal(Kind.FORBIDDEN, "approval.own");
    }

    /** @param state that it has already */
    static ApprovalRefusal decided(State state) {
        return new ApprovalRefusal(Kind.CONFLICT, "approval.decided", state == State.APPROVED ? "同意" : "拒绝");
    }

    static ApprovalRefusal unknown() {
        return new ApprovalRefusal(Kind.NOT_FOUND, "approval.unknown");
    }

    static ApprovalRefusal badAmount() {
        return new ApprovalRefusal(Kind.BAD_INPUT, "approval.bad-amount");
    }

    static ApprovalRefusal badNote(int longest) {
        return new ApprovalRefusal(Kind.BAD_INPUT, "approval.bad-note", longest);
    }

    static ApprovalRefusal badLimit() {
        return new ApprovalRefusal(Kind.BAD_INPUT, "approval.bad-limit");
    }

    static ApprovalRefusal limitsChanged() {
        return new ApprovalRefusal(Kind.CONFLICT, "approval.limits-changed");
    }
}

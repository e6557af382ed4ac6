package io.shuke.member.membership;

public enum MemberState {
    ACTIVE,
    /** Brought in from an older list; becomes a member when the person proves his phone and consents. */
    WAITING,
    /** Took back the authorisation everywhere: kept, not processed, until the person consents again. */
    WITHDRAWN,
    /** Turned out to be the same person as another member, who carries on. */
    ABSORBED,
    /** Deregistered: nothing personal is left. */
    LEFT
}

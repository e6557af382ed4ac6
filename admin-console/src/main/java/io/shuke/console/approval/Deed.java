package io.shuke.console.approval;

import io.shuke.member.membership.MemberId;

/**
 * What somebody wants to do by hand for a member.
 *
 * @param amount points, 分 or pieces; negative takes
 * @param extra the gift of a charge in 分, the offer of a coupon, otherwise 0
 * @param note why
 */
record Deed(Kind kind, MemberId member, long amount, long extra, String note) {

    private static final long MOST = 1_000_000_000;
    private static final int LONGEST_NOTE = 60;

    /** How much of the limit it takes. */
    long size() {
        if (amount == Long.MIN_VALUE || amount > MOST || extra > MOST && kind == Kind.CHARGE) {
            return Long.MAX_VALUE;
        }
        return Math.abs(amount) + (kind == Kind.CHARGE ? extra : 0);
    }

    /** What is done at once is looked at by whoever does it; what waits must be sound before somebody is asked for it. */
    void refuseUnlessSound() {
        if (amount == 0 || size() > MOST) {
            throw ApprovalRefusal.badAmount();
        }
        if (note.isBlank() || note.length() > LONGEST_NOTE) {
            throw ApprovalRefusal.badNote(LONGEST_NOTE);
        }
    }

    boolean same(WishRow wish) {
        return wish.memberId() == member.value() && wish.amount() == amount && wish.extra() == extra;
    }
}

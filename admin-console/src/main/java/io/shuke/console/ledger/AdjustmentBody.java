package io.shuke.console.ledger;

import io.shuke.console.approval.ByHand.Why;
import io.shuke.member.membership.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebInputException;

/**
 * @param change positive gives, negative takes
 * @param note why; the member reads it
 * @param key chosen by the page for this one adjustment, so that a second tap does nothing
 */
record AdjustmentBody(
        @Nullable String memberId,
        @Nullable Long change,
        @Nullable String note,
        @Nullable String key) {

    private static final String MEMBER = "[1-9][0-9]{0,18}";
    private static final String KEY = "[\\x21-\\x7e]{1,40}";

    /** Read from the body, whole or not at all. */
    record Asked(MemberId member, long change, Why why) {}

    Asked read() {
        if (memberId == null || change == null || note == null || key == null || !key.matches(KEY)) {
            throw new ServerWebInputException("memberId, change, note and key");
        }
        return new Asked(member(memberId), change, new Why(note.strip(), key));
    }

    static MemberId member(String id) {
        if (!id.matches(MEMBER)) {
            throw new ServerWebInputException("memberId");
        }
        try {
            return new MemberId(Long.parseLong(id));
        } catch (NumberFormatException tooLarge) {
            throw new ServerWebInputException("memberId");
        }
    }
}

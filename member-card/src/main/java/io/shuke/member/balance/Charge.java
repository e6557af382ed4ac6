package io.shuke.member.balance;

import io.shuke.member.ground.Fen;
import io.shuke.member.membership.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money that a member pays onto the card.
 *
 * @param gift what is given on top once it is paid
 * @param expiresAt when it can no longer be paid
 * @param refunded what of it has gone back, or is on its way
 */
public record Charge(
        long id,
        MemberId member,
        Way way,
        Fen pay,
        Fen gift,
        State state,
        Instant openedAt,
        Instant expiresAt,
        @Nullable Instant paidAt,
        Fen refunded) {

    public enum State {
        PENDING,
        PAID,
        /** Nobody paid in time. */
        CLOSED,
        REFUNDING,
        REFUNDED
    }

    private static final String SIGN = "C";

    /** The name under which it is known outside. */
    public String number() {
        return SIGN + id;
    }

    /** The id behind a number, or 0 for what never was a number of ours. */
    public static long id(String number) {
        return number.matches(SIGN + "[1-9][0-9]{0,18}") ? parsed(number.substring(1)) : 0;
    }

    static long parsed(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException tooLong) {
            return 0;
        }
    }
}

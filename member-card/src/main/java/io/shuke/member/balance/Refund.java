package io.shuke.member.balance;

import io.shuke.member.ground.Fen;
import io.shuke.member.membership.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back to a member.
 *
 * @param charge what it was paid in with; null for principal that no charge brought
 * @param paid what was paid then
 * @param gift the gift withdrawn with it
 */
public record Refund(
        long id,
        MemberId member,
        @Nullable Long charge,
        Way way,
        Fen amount,
        Fen gift,
        Fen paid,
        State state,
        String reason,
        Instant openedAt) {

    public enum State {
        UNDERWAY,
        DONE,
        /** Whoever was to give it back could not: it is on the card again, or waits for a person if it never was there. */
        FAILED,
        /** Tried anew under another number. */
        REPLACED
    }

    private static final String SIGN = "R";

    /** The name under which it is known outside. */
    public String number() {
        return SIGN + id;
    }

    /** The number of the charge it belongs to; empty without one. */
    public String chargeNumber() {
        return charge == null ? "" : "C" + charge;
    }

    /** The id behind a number, or 0 for what never was a number of ours. */
    public static long id(String number) {
        return number.matches(SIGN + "[1-9][0-9]{0,18}") ? Charge.parsed(number.substring(1)) : 0;
    }
}

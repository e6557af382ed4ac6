package io.shuke.marketing.referral;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What became of one side's reward. @param refused the code of the refusal, for {@link State#REFUSED} */
record RewardRow(
        long referralId,
        Side side,
        long memberId,
        State state,
        @Nullable Long couponId,
        @Nullable String refused,
        LocalDate givenOn) {

    enum Side {
        INVITER,
        FRIEND
    }

    /** A used coupon cannot be taken back: it is owed, and the member's next reward pays for it instead of coming. */
    enum State {
        GIVEN,
        REFUSED,
        TAKEN_BACK,
        OWED,
        /** An owed one that a later reward has paid for. */
        SETTLED,
        /** The later reward that did. */
        NETTED
    }
}

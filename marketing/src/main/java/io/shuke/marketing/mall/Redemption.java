package io.shuke.marketing.mall;

import io.shuke.member.membership.MemberId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A gift that somebody took for points (兑换).
 *
 * @param code what is shown at the counter
 * @param collectThrough the last day on which it lies ready, in the shop's zone
 */
public record Redemption(
        long id,
        GiftId gift,
        MemberId member,
        String title,
        int points,
        PickUpCode code,
        State state,
        Instant at,
        LocalDate collectThrough) {

    /** What has become of it. */
    public enum State {
        /** Lies ready at the counter. */
        READY,
        COLLECTED,
        /** Taken back by the shop, or not collected in time: the points went back. */
        RETURNED
    }
}

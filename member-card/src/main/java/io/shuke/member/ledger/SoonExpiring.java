package io.shuke.member.ledger;

import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import java.util.List;

/**
 * Members of whose holdings something expires soon; who has several such lots may come several times.
 *
 * @param next from where to ask on
 */
public record SoonExpiring(List<MemberId> members, Place next) {

    /** How far somebody has read. */
    public record Place(LocalDate on, long account) {

        /** Behind all that ends before this day. */
        public static Place from(LocalDate day) {
            return new Place(day.minusDays(1), Long.MAX_VALUE);
        }
    }
}

package io.shuke.member.points;

import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Points earned or spent, asked for by a feature; made with {@link #earn} or {@link #spend}.
 *
 * @param change positive when earned, negative when spent
 * @param actor who caused it: {@code member}, {@code system} or {@code staff:…}
 * @param note what the customer reads instead of the reason's own word
 * @param expiresOn the last day the earned points are good for; null leaves it to the shop's rule
 */
public record Movement(
        MemberId member,
        Points change,
        Reason reason,
        Reference reference,
        String actor,
        @Nullable String note,
        @Nullable LocalDate expiresOn) {

    public Movement {
        if (change.value() == 0) {
            throw PointsRefusal.notPositive();
        }
        if (!reason.is(change.isPositive() ? Reason.Kind.EARNS : Reason.Kind.SPENDS)) {
            throw new IllegalArgumentException(reason + " cannot move " + change);
        }
        Wording.check(actor, note);
    }

    public static Movement earn(MemberId member, Points points, Reason reason, Reference reference) {
        return new Movement(member, positive(points), reason, reference, "system", null, null);
    }

    /** @param points how many, as a positive number */
    public static Movement spend(MemberId member, Points points, Reason reason, Reference reference) {
        return new Movement(member, positive(points).negated(), reason, reference, "member", null, null);
    }

    public Movement by(String actor) {
        return new Movement(member, change, reason, reference, actor, note, expiresOn);
    }

    public Movement noting(String note) {
        return new Movement(member, change, reason, reference, actor, note, expiresOn);
    }

    public Movement goodThrough(LocalDate day) {
        return new Movement(member, change, reason, reference, actor, note, day);
    }

    private static Points positive(Points points) {
        if (!points.isPositive()) {
            throw PointsRefusal.notPositive();
        }
        return points;
    }
}

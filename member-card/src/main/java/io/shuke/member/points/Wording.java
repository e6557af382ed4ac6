package io.shuke.member.points;

import org.jspecify.annotations.Nullable;

/** The bounds of the two free texts a movement carries. */
final class Wording {

    private static final int ACTOR = 64;
    private static final int NOTE = 200;

    private Wording() {}

    static void check(String actor, @Nullable String note) {
        if (actor.isBlank() || actor.length() > ACTOR) {
            throw new IllegalArgumentException("an actor has 1 to " + ACTOR + " characters");
        }
        if (note != null && (note.isBlank() || note.length() > NOTE)) {
            throw PointsRefusal.badNote(NOTE);
        }
    }
}

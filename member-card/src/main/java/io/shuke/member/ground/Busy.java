package io.shuke.member.ground;

/** No capacity just now: the gate's queue is full or the database is away. The door answers 503 with {@code Retry-After}. */
public final class Busy extends RuntimeException {

    public Busy(String why) {
        super(why, null, false, false);
    }
}

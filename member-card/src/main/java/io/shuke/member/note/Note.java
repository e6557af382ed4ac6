package io.shuke.member.note;

import java.time.Instant;

/** @param by who wrote it, such as {@code staff:7} */
public record Note(long id, String text, String by, Instant at) {

    /** Notes end up in logs by accident; what they say must not. */
    @Override
    public String toString() {
        return "Note[" + id + "]";
    }
}

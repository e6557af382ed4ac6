package io.shuke.console.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param phase ASKED, or an {@link Outcome} with the row that asked for it */
record AuditRow(
        long seq,
        byte[] hash,
        String phase,
        @Nullable Long asks,
        long staffId,
        String role,
        String door,
        String objectKind,
        @Nullable Long objectId,
        String details,
        String requestId,
        Instant at) {

    static final String ASKED = "ASKED";

    /** What the hash is of, besides the hash before. */
    String text() {
        var text = new StringBuilder();
        for (var part : new @Nullable Object[] {
            seq, phase, asks, staffId, role, door, objectKind, objectId, details, requestId, at
        }) {
            text.append(part == null ? "-" : part).append('\n');
        }
        return text.toString();
    }

    AuditRow with(byte[] ring) {
        return new AuditRow(seq, ring, phase, asks, staffId, role, door, objectKind, objectId, details, requestId, at);
    }
}

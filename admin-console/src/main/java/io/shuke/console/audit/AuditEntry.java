package io.shuke.console.audit;

import io.shuke.console.staff.Role;
import io.shuke.console.staff.StaffId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An act and what came of it.
 *
 * @param words what was done, in the shop's words
 * @param objectKind as paths call it, such as {@code members}
 * @param refusal the code of the no, null when there was none
 * @param told the numbers and ids of the act, of a rule all of it
 * @param fingerprint the beginning of its hash
 */
public record AuditEntry(
        long seq,
        StaffId staff,
        Role role,
        String words,
        String objectKind,
        @Nullable Long objectId,
        Outcome outcome,
        @Nullable String refusal,
        Map<String, @Nullable Object> told,
        boolean rule,
        String requestId,
        String fingerprint,
        Instant at) {

    static AuditEntry of(AuditMapper.ShownRow row) {
        var outcome = row.outcome();
        var told = row.outcomeDetails();
        return new AuditEntry(
                row.seq(),
                new StaffId(row.staffId()),
                Role.valueOf(row.role()),
                Doors.words(row.door()),
                row.objectKind(),
                row.objectId(),
                outcome == null ? Outcome.UNKNOWN : Outcome.valueOf(outcome),
                told == null || told.isEmpty() ? null : told,
                Details.read(row.details()),
                Doors.rule(row.door()),
                row.requestId(),
                AuditVerdict.fingerprint(row.hash()),
                row.at());
    }
}

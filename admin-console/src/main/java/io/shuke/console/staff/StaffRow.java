package io.shuke.console.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

record StaffRow(
        long id,
        String account,
        String name,
        Role role,
        String password,
        int generation,
        Instant hiredAt,
        @Nullable Instant dismissedAt) {

    StaffMember toDomain() {
        return new StaffMember(new StaffId(id), new Account(account), name, role, generation, dismissedAt == null);
    }

    /** Rows end up in logs by accident; the hash must not. */
    @Override
    public String toString() {
        return "StaffRow[" + id + "]";
    }
}

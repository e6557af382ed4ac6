package io.shuke.console.audit;

import io.shuke.console.staff.Role;
import io.shuke.console.staff.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody asks of a desk.
 *
 * @param door method and path as the table of rights spells it
 * @param path as it was asked, for what it is done to
 * @param body what was sent, if that was JSON
 */
public record Act(
        StaffId staff,
        Role role,
        String door,
        String path,
        @Nullable String body,
        String requestId) {

    /** The body may hold a phone number or a password. */
    @Override
    public String toString() {
        return "Act[" + staff + " " + door + "]";
    }
}

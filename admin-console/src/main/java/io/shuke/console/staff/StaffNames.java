package io.shuke.console.staff;

import io.shuke.member.ground.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who an actor in the books was, for people. */
@Component
public class StaffNames {

    private static final String STAFF = "staff:";

    private final Staff staff;

    StaffNames(Staff staff) {
        this.staff = staff;
    }

    /** Also of somebody who has gone; null for what happened by itself. */
    public @Nullable String of(@Nullable String actor) {
        if (actor == null || !actor.startsWith(STAFF)) {
            return null;
        }
        var id = Ids.read(actor.substring(STAFF.length()));
        return id.isEmpty()
                ? null
                : staff.one(new StaffId(id.getAsLong())).map(StaffMember::name).orElse(null);
    }
}

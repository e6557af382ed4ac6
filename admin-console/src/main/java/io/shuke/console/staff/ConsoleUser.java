package io.shuke.console.staff;

import io.shuke.member.ground.MerchantId;
import java.util.Set;

/**
 * Who sits at the desk. Always taken from the session, never from a body or a path.
 *
 * @param stores where he works; none is every store
 */
public record ConsoleUser(MerchantId merchant, StaffId staff, String name, Role role, Set<Long> stores) {

    public boolean everywhere() {
        return stores.isEmpty();
    }

    /** As he is named beside what he did. */
    public String actor() {
        return "staff:" + staff;
    }
}

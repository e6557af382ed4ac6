package io.shuke.console.staff;

import java.util.Set;

/**
 * What somebody is at the shop, and where.
 *
 * @param stores where he works; none is every store. An owner is at home in all of them.
 */
public record Post(String name, Role role, Set<Long> stores) {

    private static final int LONGEST_NAME = 20;

    public Post {
        name = named(name);
        stores = role == Role.OWNER ? Set.of() : Set.copyOf(stores);
    }

    static String named(String typed) {
        var name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw StaffRefusal.nameMalformed(LONGEST_NAME);
        }
        return name;
    }
}

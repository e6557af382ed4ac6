package io.shuke.console.door;

import io.shuke.console.staff.Role;
import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * One line of {@link Rights}.
 *
 * @param roles who may; nobody in it means everybody, signed in or not
 */
record Right(HttpMethod method, String path, Set<Role> roles) {

    static Right everybody(HttpMethod method, String path) {
        return new Right(method, path, Set.of());
    }

    static Right of(HttpMethod method, String path, Role... roles) {
        return new Right(method, path, Set.of(roles));
    }

    boolean isOpen() {
        return roles.isEmpty();
    }

    String[] authorities() {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }
}

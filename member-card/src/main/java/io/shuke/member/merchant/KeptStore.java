package io.shuke.member.merchant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A store as its owner keeps it.
 *
 * @param version what somebody has read who wants to change it
 */
public record KeptStore(Store store, int version, @Nullable Instant closedAt) {

    public boolean isOpen() {
        return closedAt == null;
    }
}

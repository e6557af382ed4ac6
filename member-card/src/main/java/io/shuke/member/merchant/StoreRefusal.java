package io.shuke.member.merchant;

import io.shuke.member.ground.Refusal;

/** What the list of stores says no to. */
public final class StoreRefusal extends Refusal {

    private StoreRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static StoreRefusal signMalformed(int longestName, int longestAddress) {
        return new StoreRefusal(Kind.BAD_INPUT, "store.sign-malformed", longestName, longestAddress);
    }

    static StoreRefusal nameTaken(String name) {
        return new StoreRefusal(Kind.CONFLICT, "store.name-taken", name);
    }

    static StoreRefusal unknown() {
        return new StoreRefusal(Kind.NOT_FOUND, "store.unknown");
    }

    static StoreRefusal changedMeanwhile() {
        return new StoreRefusal(Kind.CONFLICT, "store.changed-meanwhile");
    }

    static StoreRefusal lastOpen() {
        return new StoreRefusal(Kind.CONFLICT, "store.last-open");
    }
}

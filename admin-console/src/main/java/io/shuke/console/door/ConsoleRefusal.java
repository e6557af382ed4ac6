package io.shuke.console.door;

import io.shuke.member.ground.Refusal;

/** What the console says no to before, or whatever, is asked of it. */
public final class ConsoleRefusal extends Refusal {

    private ConsoleRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static ConsoleRefusal signInFailed() {
        return new ConsoleRefusal(Kind.UNAUTHENTICATED, "console.sign-in-failed");
    }

    static ConsoleRefusal tooManyFailures(long minutes) {
        return new ConsoleRefusal(Kind.TOO_OFTEN, "console.too-many-failures", minutes);
    }

    static ConsoleRefusal signedOut() {
        return new ConsoleRefusal(Kind.UNAUTHENTICATED, "console.signed-out");
    }

    static ConsoleRefusal forbidden() {
        return new ConsoleRefusal(Kind.FORBIDDEN, "console.forbidden");
    }

    static ConsoleRefusal csrf() {
        return new ConsoleRefusal(Kind.FORBIDDEN, "console.csrf");
    }

    static ConsoleRefusal unknownShop() {
        return new ConsoleRefusal(Kind.NOT_FOUND, "console.unknown-shop");
    }

    static ConsoleRefusal tooManyCodes(long minutes) {
        return new ConsoleRefusal(Kind.TOO_OFTEN, "console.too-many-codes", minutes);
    }

    static ConsoleRefusal ownStoresOnly() {
        return new ConsoleRefusal(Kind.FORBIDDEN, "console.own-stores-only");
    }

    /** As if he did not exist: who is a member elsewhere is not told. */
    static ConsoleRefusal otherStoresMember() {
        return new ConsoleRefusal(Kind.NOT_FOUND, "console.unknown-member");
    }

    /** The page asks for a code, and then for the same again. */
    static ConsoleRefusal secondFactorNeeded() {
        return new ConsoleRefusal(Kind.FORBIDDEN, "console.second-factor-needed");
    }

    /** The owner wants everybody to have one. */
    static ConsoleRefusal secondFactorUnset() {
        return new ConsoleRefusal(Kind.FORBIDDEN, "console.second-factor-unset");
    }

    /** Nobody stands at the counter of a store that is not his. */
    public static ConsoleRefusal otherStore() {
        return new ConsoleRefusal(Kind.FORBIDDEN, "console.other-store");
    }

    /** Somebody else saved the same thing in the same moment. */
    public static ConsoleRefusal changedMeanwhile() {
        return new ConsoleRefusal(Kind.CONFLICT, "console.changed-meanwhile");
    }
}

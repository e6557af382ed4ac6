package io.shuke.marketing.push;

/** Where one message to one member stands. */
public enum RecipientState {
    PENDING,
    /** Handed to whoever sends. What is left so when he dies is unknown, for it may have gone out. */
    SENDING,
    /** The provider has taken it. */
    SENT,
    FAILED,
    /** It may have arrived; it is never sent again. */
    UNKNOWN,
    SKIPPED,
    /** One of those who get nothing, to compare with. */
    HELD_OUT;

    boolean isOpen() {
        return this == PENDING || this == SENDING;
    }
}

package io.shuke.marketing.home;

/** What can be done about a matter with one tap. */
public enum Deed {
    /** A coupon for each of them. */
    GIFT,
    /** They are kept as a segment, and the message to them is begun. */
    PUSH,
    /** Looked at; nothing else. */
    SEEN
}

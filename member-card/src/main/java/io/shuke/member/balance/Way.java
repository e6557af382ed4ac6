package io.shuke.member.balance;

/** How money came in, and so how it goes back. */
public enum Way {
    /** Paid with the phone; whoever took the money is asked what became of it. */
    ONLINE,
    /** Handed over in the shop. */
    COUNTER
}

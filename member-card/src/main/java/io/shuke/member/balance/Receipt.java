package io.shuke.member.balance;

/** What became of a payment we were told of. */
public enum Receipt {
    CREDITED,
    /** It had been credited, or sent back, before. */
    KNOWN,
    /** It came when the charge was closed and the card had no room for it any more, or no owner: it goes back. */
    SENT_BACK
}

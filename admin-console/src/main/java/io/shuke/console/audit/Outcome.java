package io.shuke.console.audit;

/** What came of an act. */
public enum Outcome {
    DONE,
    /** A rule said no. */
    REFUSED,
    FAILED,
    /** Nobody was told: the node stopped, or the phone hung up, in between. It may have happened. */
    UNKNOWN
}

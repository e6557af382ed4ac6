package io.shuke.marketing.till;

/** What a till may be allowed to do, each apart: a lost phone that only scans can settle nothing. */
public enum TillScope {
    SCAN,
    SETTLE,
    REFUND
}

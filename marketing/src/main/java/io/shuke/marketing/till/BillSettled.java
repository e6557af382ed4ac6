package io.shuke.marketing.till;

/**
 * A bill was settled; published inside the transaction, after everything of it was written. Whoever listens writes rows:
 * stamps for the member, the referral that this bill makes good. Not published for a repeated request.
 */
public record BillSettled(Settlement settlement) {}

package io.shuke.member.ledger;

/**
 * Something in the books that does not add up.
 *
 * @param rule which of {@link LedgerCheck}'s rules
 * @param subject the account or movement concerned
 */
public record Violation(String rule, long subject, String detail) {}

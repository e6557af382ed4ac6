package io.shuke.member.ledger;

/**
 * Something in the books that does not add up.
 *
 * @param rule which of {@link LedgerCheck}'s rules
 * @param account whose account is concerned; 0 when it is nobody's
 * @param subject the account, movement or row concerned
 */
public record Violation(String rule, long account, long subject, String detail) {}

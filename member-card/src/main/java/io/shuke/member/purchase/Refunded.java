package io.shuke.member.purchase;

import io.shuke.member.ground.Fen;

/**
 * A refund as it was decided.
 *
 * @param id of the refund
 * @param bill as it was bought; its member is who holds it now
 * @param amount what goes back
 * @param left of what was paid, after this refund
 * @param whole whether this refund left nothing of the bill
 * @param first false when the refund's number was known already
 */
public record Refunded(long id, Bill bill, Fen amount, Fen left, boolean whole, boolean first) {}

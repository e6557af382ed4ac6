package io.shuke.member.purchase;

import io.shuke.member.ground.Fen;

/**
 * A bill in somebody's trail.
 *
 * @param refunded of what was paid
 * @param voided nothing is left of it
 */
public record Bought(Bill bill, Fen refunded, boolean voided) {}

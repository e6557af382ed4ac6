package io.shuke.member.balance;

import io.shuke.member.ground.Fen;

/**
 * What whoever takes the money says of a payment.
 *
 * @param charge ours, see {@link Charge#number()}
 * @param payment theirs: no two charges are paid with one payment
 */
public record Received(String charge, String payment, Fen amount) {}

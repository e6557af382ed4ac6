package io.shuke.marketing.pass;

/**
 * A pass as its holder sees it today.
 *
 * @param left how often it can be used in all; 0 for a discount
 * @param leftToday how often it can be used today
 */
public record HeldPass(Pass pass, long left, int leftToday) {}

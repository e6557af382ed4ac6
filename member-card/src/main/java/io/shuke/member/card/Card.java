package io.shuke.member.card;

import io.shuke.member.level.Level;

/**
 * The card as the member sees it.
 *
 * @param number ten digits
 * @param points may be negative after a refund
 */
public record Card(String number, Level level, long points) {}

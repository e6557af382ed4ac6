package io.shuke.member.card;

import io.shuke.member.level.Level;
import org.jspecify.annotations.Nullable;

/**
 * The card as the member sees it.
 *
 * @param number ten digits
 * @param levelProgress what it takes to the next level, in words; null while there is one level only
 * @param points may be negative after a refund
 */
public record Card(String number, Level level, @Nullable String levelProgress, long points) {}

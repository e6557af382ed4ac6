package io.shuke.marketing.push;

import java.util.Map;

/**
 * Whom a push would reach, before it is sent.
 *
 * @param more whether there are more people than were looked at
 */
public record Reach(long people, Map<Way, Long> byWay, Map<Skip, Long> reasons, boolean more) {}

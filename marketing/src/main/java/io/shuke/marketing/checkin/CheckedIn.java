package io.shuke.marketing.checkin;

import java.time.Instant;

/**
 * @param first false when the member had already checked in that day; the check-in is then the first one
 * @param dayEnds when the next day begins in the shop's zone
 */
public record CheckedIn(CheckIn checkIn, boolean first, Instant dayEnds) {}

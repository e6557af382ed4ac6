package io.shuke.marketing.checkin;

/** @param first false when the member had already checked in that day; the check-in is then the first one */
public record CheckedIn(CheckIn checkIn, boolean first) {}

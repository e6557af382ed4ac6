package io.shuke.marketing.checkin;

import java.time.LocalDate;

/** A day that counts. */
public record CheckInDay(LocalDate day, boolean madeUp) {}

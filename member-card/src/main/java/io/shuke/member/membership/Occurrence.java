package io.shuke.member.membership;

import java.time.LocalDate;

/**
 * An important date in one year.
 *
 * @param year of the date's own calendar. A lunar day late in the twelfth month may fall twice into one solar year and not
 *     at all into the next, but exactly once into each lunar year: "once a year" is a unique key with this number
 */
public record Occurrence(int year, LocalDate on) {}

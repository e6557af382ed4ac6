package io.shuke.marketing.checkin;

import java.time.LocalDate;
import java.util.List;

/**
 * A member's check-in of one day.
 *
 * @param day in the shop's zone
 * @param streak days in a row, this one included
 * @param points the member's points after it
 */
public record CheckIn(LocalDate day, int streak, List<Reward> rewards, long points) {}

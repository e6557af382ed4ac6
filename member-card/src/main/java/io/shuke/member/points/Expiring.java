package io.shuke.member.points;

import java.time.LocalDate;

/** Points that are good through {@code on} and gone the day after. */
public record Expiring(Points points, LocalDate on) {}

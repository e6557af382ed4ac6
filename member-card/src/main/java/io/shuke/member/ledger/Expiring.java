package io.shuke.member.ledger;

import java.time.LocalDate;

/** What is good through {@code on} and gone the day after. */
public record Expiring(long amount, LocalDate on) {}

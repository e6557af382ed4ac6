package io.shuke.gateway.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** What kind of guest somebody is: how likely he comes, and taps on the phone, on a given day. */
enum Persona {
    REGULAR(0.45, 0.55),
    WEEKEND(0.40, 0.15),
    OCCASIONAL(0.08, 0.06),
    /** Keen at first, then less and less. */
    FADING(0.40, 0.45),
    ONCE(0.004, 0.01);

    private static final Persona[] MIX = {
        REGULAR, REGULAR, REGULAR, WEEKEND, WEEKEND, OCCASIONAL, OCCASIONAL, OCCASIONAL, FADING, FADING, ONCE, ONCE
    };

    private final double comes;
    private final double taps;

    Persona(double comes, double taps) {
        this.comes = comes;
        this.taps = taps;
    }

    static Persona of(int guest) {
        return MIX[guest % MIX.length];
    }

    double comesOn(LocalDate day, LocalDate joined) {
        return comes * mood(day, joined);
    }

    double tapsOn(LocalDate day, LocalDate joined) {
        return taps * mood(day, joined);
    }

    private double mood(LocalDate day, LocalDate joined) {
        if (day.equals(joined)) {
            return 2;
        }
        var weekend = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
        return switch (this) {
            case REGULAR -> weekend ? 0.6 : 1.1;
            case WEEKEND -> weekend ? 2 : 0.3;
            case FADING -> Math.max(0, 1.4 - ChronoUnit.DAYS.between(joined, day) / 90.0);
            case OCCASIONAL, ONCE -> 1;
        };
    }
}

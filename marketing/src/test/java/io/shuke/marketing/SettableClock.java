package io.shuke.marketing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that tests set. It goes on from there, because two things rarely happen at the same instant. */
public final class SettableClock extends Clock {

    private final Clock machine = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;
    private volatile Duration perLook = Duration.ZERO;

    public void set(Instant now) {
        ahead = Duration.between(machine.instant(), now);
    }

    /** Noon of that day in the shop's zone. */
    public void setNoon(LocalDate day, ZoneId zone) {
        set(day.atTime(LocalTime.NOON).atZone(zone).toInstant());
    }

    public void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    /** Whoever looks moves it on: what looks twice sees two times. */
    public void advanceAtEachLook(Duration by) {
        perLook = by;
    }

    /** Back to the machine's time; {@link ShopTest} does it before every test. */
    public void reset() {
        ahead = Duration.ZERO;
        perLook = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        var now = machine.instant().plus(ahead);
        ahead = ahead.plus(perLook);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        var whole = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return whole.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return whole.withZone(other);
            }
        };
    }
}

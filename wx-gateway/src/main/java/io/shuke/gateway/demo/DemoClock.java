package io.shuke.gateway.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The machine's clock, except for the one thread that writes the demo shop's past: it lives on the day it writes about. */
final class DemoClock extends Clock {

    private final Clock machine = Clock.systemUTC();
    private final ThreadLocal<@Nullable Instant> past = new ThreadLocal<>();
    private final ZoneId zone;
    private final @Nullable DemoClock whole;

    DemoClock() {
        this.zone = ZoneOffset.UTC;
        this.whole = null;
    }

    private DemoClock(DemoClock whole, ZoneId zone) {
        this.zone = zone;
        this.whole = whole;
    }

    void travelTo(Instant then) {
        past.set(then);
    }

    void comeBack() {
        past.remove();
    }

    @Override
    public Instant instant() {
        if (whole != null) {
            return whole.instant();
        }
        var then = past.get();
        return then == null ? machine.instant() : then;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DemoClock(whole == null ? this : whole, other);
    }
}

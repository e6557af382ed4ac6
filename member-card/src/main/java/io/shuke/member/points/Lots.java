package io.shuke.member.points;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many of an account's points are good through which day, and what the movement being decided changes in that. */
final class Lots {

    private final NavigableMap<LocalDate, Long> held = new TreeMap<>();
    private NavigableMap<LocalDate, Long> changed = new TreeMap<>();

    /** What is stored; an account that only earns can do without. */
    void stored(LocalDate day, long remaining) {
        held.put(day, remaining);
    }

    void put(LocalDate day, long points) {
        if (points != 0) {
            held.merge(day, points, Long::sum);
            changed.merge(day, points, Long::sum);
        }
    }

    /** Takes up to so many from one day's lot and says how many there were. */
    long takeFrom(LocalDate day, long points) {
        var taken = Math.min(held.getOrDefault(day, 0L), points);
        put(day, -taken);
        return taken;
    }

    /** The oldest expiry first: what would be lost next is used next. */
    void takeOldest(long points) {
        var rest = points;
        for (var day : held.keySet().toArray(LocalDate[]::new)) {
            rest -= takeFrom(day, rest);
        }
        if (rest > 0) {
            // Lots and balance are written together, so somebody wrote past the ledger: nothing leaves this account.
            throw PointsRefusal.accountFrozen();
        }
    }

    /** Returns points to where they came from, what would live longest first; {@code uses} holds negative numbers. */
    void giveBack(long points, NavigableMap<LocalDate, Long> uses, LocalDate today) {
        var rest = points;
        for (var use : uses.descendingMap().entrySet()) {
            var part = Math.min(rest, -use.getValue());
            var day = use.getKey();
            put(day.isBefore(today) ? Lifetime.ofReturned(today) : day, part);
            rest -= part;
        }
    }

    long on(LocalDate day) {
        return held.getOrDefault(day, 0L);
    }

    long total() {
        return held.values().stream().mapToLong(Long::longValue).sum();
    }

    Map<LocalDate, Long> all() {
        return Map.copyOf(held);
    }

    /** What has changed since the last call. */
    NavigableMap<LocalDate, Long> changed() {
        var done = changed;
        changed = new TreeMap<>();
        done.values().removeIf(none -> none == 0);
        return done;
    }
}

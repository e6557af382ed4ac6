package io.shuke.member.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How much of an account is good through which day, and what the movement being decided changes in that. */
final class Lots {

    private final NavigableMap<LocalDate, Long> held = new TreeMap<>();
    private NavigableMap<LocalDate, Long> changed = new TreeMap<>();

    /** What is stored; an account that only earns can do without. */
    void stored(LocalDate day, long remaining) {
        held.put(day, remaining);
    }

    void put(LocalDate day, long amount) {
        if (amount != 0) {
            held.merge(day, amount, Long::sum);
            changed.merge(day, amount, Long::sum);
        }
    }

    /** Takes up to so much from one day's lot and says how much there was. */
    long takeFrom(LocalDate day, long amount) {
        var taken = Math.min(held.getOrDefault(day, 0L), amount);
        put(day, -taken);
        return taken;
    }

    /** The oldest expiry first: what would be lost next is used next. */
    void takeOldest(long amount) {
        var rest = amount;
        for (var day : held.keySet().toArray(LocalDate[]::new)) {
            rest -= takeFrom(day, rest);
        }
        if (rest > 0) {
            // Lots and balance are written together, so somebody wrote past the ledger: nothing leaves this account.
            throw LedgerRefusal.accountFrozen();
        }
    }

    /** Returns to where it came from, in the order given. */
    void giveBack(long amount, Map<LocalDate, Long> taken, LocalDate today) {
        var rest = amount;
        for (var one : taken.entrySet()) {
            var part = Math.min(rest, one.getValue());
            var day = one.getKey();
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

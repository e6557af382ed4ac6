package io.shuke.member.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules of one account once more, as short as can be: what a random history is compared with. */
final class Model {

    private record Done(long change, LocalDate expiresOn, long put, Map<LocalDate, Long> from, long reversed) {}

    final TreeMap<LocalDate, Long> lots = new TreeMap<>();
    final Map<String, Done> done = new HashMap<>();
    /** By the day it was good through: what expired, less what reversals have waived of it. */
    private final Map<LocalDate, Long> lapsed = new HashMap<>();

    long balance;

    void earn(String reference, long points, LocalDate expiresOn) {
        var room = Math.max(balance + points, 0) - Math.max(balance, 0);
        balance += points;
        lots.merge(expiresOn, room, Long::sum);
        done.put(reference, new Done(points, expiresOn, room, Map.of(), 0));
    }

    boolean spend(String reference, long points) {
        if (points > balance) {
            return false;
        }
        balance -= points;
        done.put(reference, new Done(-points, LocalDate.MAX, 0, take(points), 0));
        return true;
    }

    boolean reverse(String original, long part, LocalDate today) {
        var first = done.get(original);
        if (first == null || part > Math.abs(first.change) - first.reversed) {
            return false;
        }
        done.put(original, new Done(first.change, first.expiresOn, first.put, first.from, first.reversed + part));
        var before = Math.max(balance, 0);
        var gone = first.change > 0 ? Math.min(part, lapsed.getOrDefault(first.expiresOn, 0L)) : 0;
        lapsed.merge(first.expiresOn, -gone, Long::sum);
        balance += first.change > 0 ? gone - part : part;
        var rest = Math.abs(Math.max(balance, 0) - before);
        if (first.change > 0) {
            var own = Math.min(
                    Math.min(rest, Math.max(0, first.put - first.reversed)), lots.getOrDefault(first.expiresOn, 0L));
            lots.merge(first.expiresOn, -own, Long::sum);
            take(rest - own);
        } else {
            var skip = first.reversed;
            for (var use : new TreeMap<>(first.from).descendingMap().entrySet()) {
                var day = use.getKey();
                var skipped = Math.min(skip, use.getValue());
                skip -= skipped;
                var back = Math.min(rest, use.getValue() - skipped);
                lots.merge(day.isBefore(today) ? Lifetime.ofReturned(today) : day, back, Long::sum);
                rest -= back;
            }
        }
        return true;
    }

    void expire(LocalDate day) {
        var old = lots.headMap(day);
        balance -= old.values().stream().mapToLong(Long::longValue).sum();
        old.forEach((on, points) -> lapsed.merge(on, points, Long::sum));
        old.clear();
    }

    /** What is due becomes points; each day's lot by itself, as they are kept. */
    List<Long> mature(LocalDate day) {
        var due = lots.headMap(day, true);
        var matured = due.values().stream().filter(points -> points > 0).toList();
        balance -= matured.stream().mapToLong(Long::longValue).sum();
        due.clear();
        return matured;
    }

    /** Comes without a name by which it could be taken back. */
    void receive(long points, LocalDate expiresOn) {
        var room = Math.max(balance + points, 0) - Math.max(balance, 0);
        balance += points;
        lots.merge(expiresOn, room, Long::sum);
    }

    /** From what is still pending of that day, and the rest from points. */
    boolean reversePending(String original, long part, Model points) {
        var first = done.get(original);
        if (first == null || part > first.change - first.reversed) {
            return false;
        }
        done.put(original, new Done(first.change, first.expiresOn, first.put, first.from, first.reversed + part));
        var here = Math.min(part, lots.getOrDefault(first.expiresOn, 0L));
        balance -= here;
        lots.merge(first.expiresOn, -here, Long::sum);
        points.lose(part - here);
        return true;
    }

    private void lose(long points) {
        var before = Math.max(balance, 0);
        balance -= points;
        take(before - Math.max(balance, 0));
    }

    private Map<LocalDate, Long> take(long points) {
        var taken = new TreeMap<LocalDate, Long>();
        var rest = points;
        for (var lot : lots.entrySet()) {
            var part = Math.min(rest, lot.getValue());
            lot.setValue(lot.getValue() - part);
            taken.put(lot.getKey(), part);
            rest -= part;
        }
        return taken;
    }
}

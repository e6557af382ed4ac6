package io.shuke.gateway.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The script of what goes wrong, in the order it was written. */
final class Faults {

    private final List<Fault> script = new ArrayList<>();

    synchronized void add(Fault fault) {
        if (fault.path() == null || fault.path().isBlank()) {
            throw SimulatorRefusal.missing("path");
        }
        script.add(fault);
    }

    synchronized void clear() {
        script.clear();
    }

    synchronized List<Fault> all() {
        return List.copyOf(script);
    }

    /** The first fault that concerns this call; it is used up by one. */
    synchronized Optional<Fault> next(String path, @Nullable String openid) {
        for (int i = 0; i < script.size(); i++) {
            var fault = script.get(i);
            if (fault.concerns(path, openid)) {
                useUp(i, fault);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private void useUp(int index, Fault fault) {
        if (fault.times() == null) {
            return;
        }
        if (fault.times() <= 1) {
            script.remove(index);
        } else {
            script.set(index, fault.left(fault.times() - 1));
        }
    }
}

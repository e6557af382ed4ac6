package io.shuke.gateway.door;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What was used lately. Once half of it is new, the other half is forgotten: whoever comes often stays known, and there is
 * no moment at which everybody is a stranger.
 */
final class Recent<K, V> {

    private record Halves<K, V>(Map<K, V> younger, Map<K, V> older) {}

    private final int half;
    private volatile Halves<K, V> halves = new Halves<>(new ConcurrentHashMap<>(), Map.of());

    /** @param most kept, about */
    Recent(int most) {
        this.half = most / 2;
    }

    @Nullable
    V get(K key) {
        var now = halves;
        var found = now.younger().get(key);
        if (found == null) {
            found = now.older().get(key);
            if (found != null) {
                put(key, found);
            }
        }
        return found;
    }

    void put(K key, V value) {
        var now = halves;
        if (now.younger().size() >= half) {
            // Two at once may both do so: then a few are asked for again.
            now = new Halves<>(new ConcurrentHashMap<>(), now.younger());
            halves = now;
        }
        now.younger().put(key, value);
    }

    int size() {
        return halves.younger().size() + halves.older().size();
    }
}

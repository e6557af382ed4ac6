package io.shuke.member.membership;

import io.shuke.member.ground.BlindIndex;
import io.shuke.member.ground.MerchantScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The identities under which somebody shows up at once, each with the blind index by which it is found again. */
final class Sighting {

    private static final HexFormat HEX = HexFormat.of();

    private final Map<String, Identity> byIndex = new LinkedHashMap<>();
    private final String cameWith;

    private Sighting(String cameWith) {
        this.cameWith = cameWith;
    }

    static Sighting of(List<Identity> identities, @Nullable Phone phone, BlindIndex blind) {
        var all = new ArrayList<>(identities);
        if (phone != null) {
            all.add(phone.identity());
        }
        // A phone alone says nothing about where the person came from.
        var sighting =
                new Sighting(identities.isEmpty() ? "" : identities.get(0).provider());
        all.forEach(identity -> sighting.byIndex.put(HEX.formatHex(index(identity, blind)), identity));
        return sighting;
    }

    static byte[] index(Identity identity, BlindIndex blind) {
        return blind.of(MerchantScope.current(), "identity:" + identity.provider(), identity.subject());
    }

    String cameWith() {
        return cameWith;
    }

    Collection<byte[]> indexes() {
        return byIndex.keySet().stream().map(HEX::parseHex).toList();
    }

    Identity identity(byte[] index) {
        var identity = byIndex.get(HEX.formatHex(index));
        if (identity == null) {
            throw new IllegalStateException("found by an identity that nobody showed");
        }
        return identity;
    }

    /** In the order in which the identities were shown: the first one says most. */
    List<MemberRow> sorted(List<MemberRow> found) {
        var order = List.copyOf(byIndex.keySet());
        return found.stream()
                .sorted((one, other) -> Integer.compare(order.indexOf(seenAs(one)), order.indexOf(seenAs(other))))
                .toList();
    }

    /** What nobody has yet, ascending by index: whoever links several takes the locks in one order. */
    Map<byte[], Identity> missing(List<MemberRow> found) {
        var missing = new TreeMap<>(byIndex);
        found.forEach(row -> missing.remove(seenAs(row)));
        var decoded = new LinkedHashMap<byte[], Identity>();
        missing.forEach((index, identity) -> decoded.put(HEX.parseHex(index), identity));
        return decoded;
    }

    private static String seenAs(MemberRow row) {
        return row.seenAs() == null ? "" : HEX.formatHex(row.seenAs());
    }
}

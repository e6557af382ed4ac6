package io.shuke.gateway.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;

/**
 * Where a merchant's address may lead: into the street, never back into the house. Asked with the very addresses that are
 * then connected to, so a name that answers differently the second time gains nothing.
 */
final class PublicAddresses {

    private PublicAddresses() {}

    /** One address inside is enough to refuse them all: such a name is no accident. */
    static List<? extends SocketAddress> only(List<? extends SocketAddress> resolved) {
        var street = resolved.stream()
                .allMatch(one -> one instanceof InetSocketAddress address
                        && address.getAddress() != null
                        && isPublic(address.getAddress()));
        return street ? resolved : List.of();
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : address instanceof Inet6Address && isPublic6(bytes);
    }

    /** Beside what Java knows: 0/8, 100.64/10 (carriers), 192.0.0/24, 198.18/15 (benchmarks), 240/4. */
    private static boolean isPublic4(byte[] four) {
        int first = four[0] & 255;
        int second = four[1] & 255;
        return !(first == 0
                || first == 100 && second >= 64 && second < 128
                || first == 192 && second == 0 && four[2] == 0
                || first == 198 && (second == 18 || second == 19)
                || first >= 240);
    }

    /** Only global unicast (2000::/3), and nothing of it that carries an IPv4 address inside: 6to4 and Teredo. */
    private static boolean isPublic6(byte[] sixteen) {
        int first = sixteen[0] & 255;
        int second = sixteen[1] & 255;
        var sixToFour = first == 0x20 && second == 0x02;
        var teredo = first == 0x20 && second == 0x01 && sixteen[2] == 0 && sixteen[3] == 0;
        return (first & 0xe0) == 0x20 && !sixToFour && !teredo;
    }
}

package io.shuke.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd00::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1"
            })
    void leadIntoTheHouse(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.0.1",
                "172.32.0.1",
                "192.0.2.1",
                "203.0.114.1",
                "2400:3200::1",
                "2606:4700::1111"
            })
    void leadIntoTheStreet(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void oneInsideSpoilsAll() throws UnknownHostException {
        var street = new InetSocketAddress(InetAddress.getByName("1.1.1.1"), 443);
        var house = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 443);

        assertThat(PublicAddresses.only(List.of(street, house))).isEmpty();
        assertThat(PublicAddresses.only(List.of(InetSocketAddress.createUnresolved("pos.example.com", 443))))
                .isEmpty();
        assertThat(PublicAddresses.only(List.of(street))).hasSize(1);
    }
}

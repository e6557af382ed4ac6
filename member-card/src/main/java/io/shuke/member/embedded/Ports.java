package io.shuke.member.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Free ports of the loopback interface. */
final class Ports {

    static final String HOST = "127.0.0.1";
    /** A free port may be taken before the server has it; then the next one is tried. */
    static final int ATTEMPTS = 5;

    private Ports() {}

    static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }
}

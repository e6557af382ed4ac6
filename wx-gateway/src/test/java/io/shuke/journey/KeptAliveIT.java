package io.shuke.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.OpenShop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A browser keeps its connection and asks again. A question that comes while the one before is still being worked on
 * waits in the server; when it was then answered at once, the server forgot to read what came next.
 */
@OpenShop
class KeptAliveIT {

    private final int port;

    KeptAliveIT(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void theConnectionIsReadAfterAQuestionThatHadToWait() throws IOException {
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            connection.setSoTimeout(10_000);
            var answers =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            for (int round = 0; round < 3; round++) {
                ask(connection, "/api/shop?merchant=1", "/api/me");
                assertThat(status(answers)).isEqualTo(200);
                assertThat(status(answers)).isEqualTo(401);
            }
        }
    }

    /** Both in one go: the first needs the database, the second nothing. */
    private static void ask(Socket connection, String first, String second) throws IOException {
        var both =
                "GET %s HTTP/1.1\r\nHost: shop\r\n\r\nGET %s HTTP/1.1\r\nHost: shop\r\n\r\n".formatted(first, second);
        connection.getOutputStream().write(both.getBytes(StandardCharsets.US_ASCII));
    }

    private static int status(BufferedReader answers) throws IOException {
        var status = Integer.parseInt(answers.readLine().split(" ")[1]);
        int length = 0;
        for (var line = answers.readLine(); !line.isEmpty(); line = answers.readLine()) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        for (int read = 0; read < length; read++) {
            assertThat(answers.read()).isNotNegative();
        }
        return status;
    }
}

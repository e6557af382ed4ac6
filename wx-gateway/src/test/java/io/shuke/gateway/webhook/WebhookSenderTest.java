package io.shuke.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.shuke.gateway.till.SignedLines;
import io.shuke.marketing.webhook.Facts;
import io.shuke.marketing.webhook.WebhookEvent;
import io.shuke.marketing.webhook.WebhookMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WebhookSenderTest {

    private record Received(String path, Map<String, List<String>> headers, byte[] body) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;

    WebhookSenderTest() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void listen() {
        server.createContext("/", this::receive);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes()));
        exchange.getResponseHeaders()
                .set("Location", "http://127.0.0.1:" + server.getAddress().getPort() + "/canary");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void signsLikeATill() {
        var outcome = send(true, "http://localhost:%d/hook?shop=1");

        assertThat(outcome).isEqualTo(new WebhookSender.Outcome(true, "200"));
        var got = received.get(0);
        var lines = new SignedLines(
                "POST", "/hook?shop=1", got.header("Shuke-timestamp"), got.header("Shuke-nonce"), got.body());
        assertThat(got.header("Shuke-signature")).isEqualTo(lines.signature("secret"));
        assertThat(got.header("Shuke-key")).isEqualTo("wh_7");
        assertThat(new String(got.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"id\":\"42\",\"event\":\"bill.settled\",\"at\":\"2026-11-22T04:00Z\","
                        + "\"data\":{\"billId\":\"9\",\"paidFen\":1200}}");
    }

    @Test
    void followsNobody() {
        status = 302;

        assertThat(send(true, "http://localhost:%d/hook")).isEqualTo(new WebhookSender.Outcome(false, "302"));
        assertThat(received).extracting(Received::path).containsExactly("/hook");
    }

    @Test
    void tellsWhatWentWrongInAWord() {
        status = 500;
        assertThat(send(true, "http://localhost:%d/hook").word()).isEqualTo("500");
        server.stop(0);
        assertThat(send(true, "http://localhost:%d/hook").word()).isEqualTo("unreachable");
    }

    /** The name is an ordinary one; what it leads to is not. */
    @Test
    void doesNotKnockAtTheHouseItself() {
        for (var url : List.of("http://localhost:%d/hook", "http://127.0.0.1:%d/hook")) {
            assertThat(send(false, url).taken()).as(url).isFalse();
        }
        assertThat(received).isEmpty();
    }

    private WebhookSender.Outcome send(boolean local, String url) {
        var sender = new WebhookSender(JsonMapper.builder().build(), Clock.systemUTC(), local);
        var message = new WebhookMessage(
                42,
                7,
                url.formatted(server.getAddress().getPort()),
                "secret",
                WebhookEvent.BILL_SETTLED,
                new Facts().text("billId", 9).number("paidFen", 1200),
                Instant.parse("2026-11-22T04:00:00Z"),
                1);
        return sender.send(message).blockOptional(Duration.ofSeconds(20)).orElseThrow();
    }
}

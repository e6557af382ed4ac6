package io.shuke.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.OpenShop;
import io.shuke.journey.Answer;
import io.shuke.journey.Door;
import io.shuke.journey.Till;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a till gets that repeats, alters or invents. */
@OpenShop
class TillTrustIT {

    private static final int MUTANTS = 1_000;
    private static final int REPLAYS = Integer.getInteger("replays", 200);

    private final Door door;
    private final Till till;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ReactiveRedisConnectionFactory redis;

    TillTrustIT(@LocalServerPort int port) {
        this.door = new Door(port);
        this.till = new Till(door);
    }

    @Test
    void aSignedRequestIsGoodOnceWhateverBecomesOfRedis() {
        var request = till.sign(
                "/till/v1/bills",
                till.bill(UUID.randomUUID().toString(), "", ",\"paidFen\":2000"),
                UUID.randomUUID().toString());
        assertThat(till.send(request).status()).isEqualTo(201);
        var bills = count("bill");

        var replayed =
                IntStream.range(0, REPLAYS).mapToObj(n -> till.send(request)).toList();
        redis.getReactiveConnection().serverCommands().flushAll().block(Duration.ofSeconds(5));
        var later = till.send(request);

        assertThat(replayed).extracting(Answer::code).containsOnly("till.nonce-used");
        assertThat(later.code()).isEqualTo("till.nonce-used");
        assertThat(later.status()).isEqualTo(401);
        assertThat(count("bill")).isEqualTo(bills);
    }

    @Test
    void nothingOfARequestCanBeAltered() {
        var random = new SplittableRandom(20261125);
        var bills = count("bill");
        var nonces = count("till_nonce");
        for (int n = 0; n < MUTANTS; n++) {
            var request = till.sign(
                    "/till/v1/bills?n=" + n,
                    till.bill("mutant-" + n, "", ",\"paidFen\":2000"),
                    UUID.randomUUID().toString());
            var answer = till.send(altered(request, random, n));

            assertThat(answer.status()).as("mutant %d: %s", n, answer).isIn(400, 401, 403);
            assertThat(answer.status() == 400 && !answer.code().isEmpty())
                    .as(answer.toString())
                    .isFalse();
        }
        assertThat(count("bill")).isEqualTo(bills);
        assertThat(count("till_nonce")).isEqualTo(nonces);
    }

    @Test
    void anotherStoreAndAnotherHourAreForbiddenAndNonsenseIsNonsense() {
        var foreign = till.bill("S1", "", ",\"paidFen\":2000").replace(till.store(), "17");
        assertThat(till.post("/till/v1/bills", foreign).code()).isEqualTo("till.other-store");
        var order = till.bill("S2", "", ",\"paidFen\":2000");
        for (var bad : List.of(
                "",
                "{}",
                "[]",
                "null",
                order.replace("2000}", "-1}"),
                order.replace("2000}", "1e3}"),
                order.replace("2000}", "\"２０００\"}"),
                order.replace("\"quantity\":1", "\"quantity\":0"),
                order.replace("\"amountFen\":2000", "\"amountFen\":9223372036854775807"),
                order.replace("}]", "},null]"),
                order.replace("\"orderNo\":\"S2\"", "\"orderNo\":\"a b\""),
                order.replace("{\"storeId\"", "{\"merchantId\":\"2\",\"storeId\""))) {
            var answer = till.post("/till/v1/bills", bad);
            assertThat(answer.status()).as(bad + " " + answer).isEqualTo(400);
        }
        assertThat(till.post("/till/v1/bills/1/refunds", "{\"orderNo\":\"R\",\"amountFen\":1}")
                        .code())
                .isEqualTo("till.unknown-bill");
        assertThat(till.post("/till/v1/anything", "{}").status()).isEqualTo(403);
        assertThat(door.call("POST", "/till/v1/bills", Map.of(), order).code()).isEqualTo("till.signature-missing");
        var stale = till.sign("/till/v1/bills", order, "k").with("Shuke-Timestamp", "1700000000");
        assertThat(till.send(stale).code()).isEqualTo("till.timestamp-stale");
    }

    @Test
    void absurdNumbersInAnyFieldAreNonsense() {
        var numbers = List.of(
                "-1",
                "-9223372036854775808",
                "2147483648",
                "9223372036854775807",
                "9223372036854775808",
                "1e3",
                "1E400",
                "1.5",
                "0.1",
                "NaN",
                "Infinity",
                "0x10",
                "１",
                "\"1.0\"",
                "\"１\"",
                "\"\"",
                "true",
                "[]",
                "{}");
        var bills = count("bill");
        for (var number : numbers) {
            for (var field : List.of("paidFen", "pointsToSpend", "balanceFenToSpend", "quantity", "amountFen")) {
                var answer = till.post(
                        "/till/v1/bills",
                        ABSURD.formatted(till.store()).replace("\"" + field + "\":1", "\"" + field + "\":" + number));
                assertThat(answer.status())
                        .as(field + " " + number + " " + answer)
                        .isEqualTo(400);
            }
            var refund = till.post("/till/v1/bills/1/refunds", "{\"orderNo\":\"R\",\"amountFen\":" + number + "}");
            assertThat(refund.status()).as("refund " + number + " " + refund).isEqualTo(400);
        }
        assertThat(count("bill")).isEqualTo(bills);
    }

    private static final String ABSURD = """
            {"storeId":"%s","orderNo":"X1","lines":[{"sku":"a","name":"面","category":"","quantity":1,"amountFen":1}],\
            "couponCodes":[],"pointsToSpend":1,"balanceFenToSpend":1,"paidFen":1}""";

    private static Till.Signed altered(Till.Signed one, SplittableRandom random, int n) {
        return switch (n % 8) {
            case 0 -> new Till.Signed("PUT", one.path(), one.headers(), one.body());
            case 1 -> new Till.Signed("POST", one.path() + random.nextInt(10), one.headers(), one.body());
            case 2 -> new Till.Signed("POST", one.path().replace("bills", "scans"), one.headers(), one.body());
            case 3 -> {
                var body = one.body();
                int at = random.nextInt(body.length() - 1);
                yield new Till.Signed(
                        "POST", one.path(), one.headers(), body.substring(0, at) + " " + body.substring(at));
            }
            default -> {
                var header = List.of("Shuke-Key", "Shuke-Timestamp", "Shuke-Nonce", "Shuke-Signature")
                        .get(n % 4);
                var value = one.headers().getOrDefault(header, "");
                int at = random.nextInt(value.length());
                var other = value.charAt(at) == '1' ? "2" : "1";
                yield one.with(header, value.substring(0, at) + other + value.substring(at + 1));
            }
        };
    }

    private long count(String table) {
        var count = database.queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
        return count == null ? 0 : count;
    }
}

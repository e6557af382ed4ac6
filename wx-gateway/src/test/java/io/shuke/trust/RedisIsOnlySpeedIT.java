package io.shuke.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shuke.OpenShop;
import io.shuke.Wire;
import io.shuke.journey.Answer;
import io.shuke.journey.Door;
import io.shuke.journey.Guest;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.membership.MemberId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Redis may be emptied, filled with nonsense or gone: nobody is told anything else. */
@OpenShop
class RedisIsOnlySpeedIT {

    private static final List<String> READS =
            List.of("/api/shop", "/api/me", "/api/me/card", "/api/me/check-ins", "/api/me/points", "/api/me/export");

    private final Door door;

    @Autowired
    RedisConnectionFactory redis;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Jdbc jdbc;

    @Autowired
    Ledger ledger;

    @Autowired
    ReactiveRedisConnectionFactory line;

    @Autowired
    @Qualifier("redisWire")
    Wire wire;

    RedisIsOnlySpeedIT(@LocalServerPort int port) {
        this.door = new Door(port);
    }

    @AfterEach
    void mend() {
        wire.mend();
        // Both lines come back by themselves, each in its own time; whoever comes next needs them.
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
            try (var connection = redis.getConnection()) {
                return connection.ping() != null
                        && line.getReactiveConnection().ping().block() != null;
            }
        });
    }

    enum Nonsense {
        NOTHING {
            @Override
            void put(RedisConnection redis, byte[] key, byte[] other) {
                redis.keyCommands().del(key);
            }
        },
        WORDS {
            @Override
            void put(RedisConnection redis, byte[] key, byte[] other) {
                redis.stringCommands().set(key, "nonsense".repeat(40).getBytes(StandardCharsets.UTF_8));
            }
        },
        EMPTY {
            @Override
            void put(RedisConnection redis, byte[] key, byte[] other) {
                redis.stringCommands().set(key, new byte[0]);
            }
        },
        A_COUNT {
            @Override
            void put(RedisConnection redis, byte[] key, byte[] other) {
                redis.stringCommands().set(key, "n7".getBytes(StandardCharsets.UTF_8));
            }
        },
        ONES {
            @Override
            void put(RedisConnection redis, byte[] key, byte[] other) {
                var ones = new byte[200];
                Arrays.fill(ones, (byte) 0xff);
                redis.stringCommands().set(key, ones);
            }
        },
        A_LIST {
            @Override
            void put(RedisConnection redis, byte[] key, byte[] other) {
                redis.keyCommands().del(key);
                redis.listCommands().rPush(key, "a".getBytes(StandardCharsets.UTF_8));
            }
        },
        ANOTHER_KEYS_VALUE {
            @Override
            void put(RedisConnection redis, byte[] key, byte[] other) {
                redis.stringCommands().set(key, other);
            }
        },
        A_JAVA_OBJECT {
            @Override
            void put(RedisConnection redis, byte[] key, byte[] other) {
                redis.stringCommands().set(key, serialised());
            }
        },
        A_TYPED_OBJECT {
            @Override
            void put(RedisConnection redis, byte[] key, byte[] other) {
                redis.stringCommands()
                        .set(
                                key,
                                "{\"@type\":\"java.net.URL\",\"val\":\"http://evil\"}"
                                        .getBytes(StandardCharsets.UTF_8));
            }
        };

        abstract void put(RedisConnection redis, byte[] key, byte[] other);

        private static byte[] serialised() {
            var bytes = new ByteArrayOutputStream();
            try (var out = new ObjectOutputStream(bytes)) {
                out.writeObject(new ArrayList<>(List.of("a")));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return bytes.toByteArray();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyAnswerIsTheSameWithEveryKeyReplacedBy(Nonsense nonsense) {
        var member = door.member();
        member.checkIn();
        var neighbour = door.member();
        neighbour.checkIn();
        neighbour.get("/api/me/check-ins");
        var before = answers(member);

        replaceAll(nonsense);

        assertThat(answers(member)).isEqualTo(before);
        replaceAll(nonsense);
        assertThat(member.checkIn().status()).isEqualTo(200);
        replaceAll(nonsense);
        assertThat(door.stranger().logInToMiniProgram().status()).isEqualTo(200);
        assertThat(door.member().checkIn().status()).isEqualTo(201);
        assertThat(answers(member)).isEqualTo(before);
    }

    private void replaceAll(Nonsense nonsense) {
        try (var connection = redis.getConnection()) {
            var keys = connection.keyCommands().keys("*".getBytes(StandardCharsets.UTF_8));
            assertThat(keys).isNotEmpty();
            var values = keys.stream()
                    .filter(key -> connection.keyCommands().type(key) == DataType.STRING)
                    .map(key -> connection.stringCommands().get(key))
                    .toList();
            int at = 0;
            for (var key : keys) {
                nonsense.put(connection, key, values.get(at++ % values.size()));
            }
        }
    }

    /** What a member sees everywhere; a member code is another one at each look. */
    private Map<String, String> answers(Guest member) {
        var answers = new LinkedHashMap<String, String>();
        for (var path : READS) {
            var answer = member.get(path);
            assertThat(answer.status()).as(path + ": " + answer).isEqualTo(200);
            answers.put(path, answer.text().replaceAll("\"code\":\\{[^}]*}", ""));
        }
        answers.put("tap", member.checkIn().text());
        return answers;
    }

    @Test
    void afterAMakeUpTheSecondTapTellsTheSameWithAndWithoutRedis() {
        var member = door.member();
        var id = Long.parseLong(member.get("/api/me").at("/id"));
        database.update(
                "UPDATE member SET joined_at = joined_at - INTERVAL 10 DAY WHERE merchant_id = 1 AND id = ?", id);
        jdbc.within(
                new MerchantId(1),
                () -> ledger.post(
                        Movement.earn(new MemberId(id), Asset.POINTS, 100, Reason.GRANT, new Reference("test"))));
        var today = LocalDate.parse(member.checkIn().at("/day"));
        assertThat(member.makeUp(today.minusDays(1).toString()).status()).isEqualTo(201);

        var remembered = member.checkIn().text();
        replaceAll(Nonsense.NOTHING);

        assertThat(remembered).contains("\"streak\":2");
        assertThat(member.checkIn().text()).isEqualTo(remembered);
    }

    @Test
    void whileRedisIsGoneMembersCheckInAndReadAndStrangersJoin() {
        var member = door.member();
        var regular = door.member();
        regular.checkIn();
        var before = answers(regular);

        wire.cut();

        assertThat(member.checkIn().status()).isEqualTo(201);
        assertThat(member.checkIn().status()).isEqualTo(200);
        assertThat(answers(regular)).isEqualTo(before);
        var stranger = door.stranger();
        stranger.logIn();
        assertThat(stranger.join().status()).isEqualTo(201);
        assertThat(stranger.checkIn().status()).isEqualTo(201);
    }

    @Test
    void whileRedisIsGoneGuessingLoginCodesIsStillLimited() {
        var guest = door.stranger();
        wire.cut();

        // More than two minutes' worth at once, for a minute may end meanwhile.
        var guesses = IntStream.range(0, 130).mapToObj(n -> guest.guess("guess")).toList().stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(guesses).extracting(Answer::code).contains("request.too-often");
        assertThat(guesses).extracting(Answer::status).containsOnly(400, 429);
        assertThat(guesses)
                .filteredOn(guess -> guess.status() == 429)
                .allSatisfy(guess -> assertThat(guess.header("Retry-After")).isNotEmpty());
        assertThat(door.stranger().logInToMiniProgram().status())
                .as("somebody at another address")
                .isEqualTo(200);
    }

    @Test
    void whileRedisDoesNotAnswerEverybodyIsServedNoneTheLess() {
        var member = door.member();
        wire.hold();
        var began = System.nanoTime();

        var tap = member.checkIn();

        assertThat(tap.status()).isEqualTo(201);
        assertThat(System.nanoTime() - began).isLessThan(Duration.ofSeconds(5).toNanos());
        assertThat(member.get("/api/me/card").status()).isEqualTo(200);
    }

    @Test
    void whatIsRememberedAgainAfterAnAbsenceIsTheTruth() {
        var member = door.member();
        member.get("/api/me/check-ins");
        wire.cut();
        member.checkIn();
        wire.mend();

        assertThat(member.checkIn().status()).isEqualTo(200);
        assertThat(member.get("/api/me/points").json().path("items")).hasSize(1);
    }
}

package io.shuke.gateway.checkin;

import io.shuke.gateway.door.Customer;
import io.shuke.gateway.door.Limits.Limit;
import io.shuke.gateway.door.RedisAway;
import io.shuke.gateway.door.Seal;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.MemberId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.data.redis.serializer.RedisElementReader;
import org.springframework.data.redis.serializer.RedisElementWriter;
import org.springframework.data.redis.serializer.RedisSerializationContext;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What Redis remembers of a member's check-ins, so that a repeated tap and a look at the calendar need not ask the
 * database. It may forget anything at any moment, and whatever it says without our seal counts as forgotten.
 */
@Component
class CalendarCache {

    /** How long a calendar may be wrong if Redis was out of reach just when a check-in was committed. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final RedisScript<byte[]> TODAY = script("check-in-today", byte[].class);
    private static final RedisScript<byte[]> CALENDAR = script("check-in-calendar", byte[].class);
    private static final RedisScript<Long> KEEP = script("check-in-keep", Long.class);
    private static final RedisScript<Long> WRITTEN = script("check-in-written", Long.class);

    /** What is known of today: the answer already given, or how often the member has asked lately. */
    record Today(byte @Nullable [] answer, int asked) {

        static final Today UNKNOWN = new Today(null, 0);
    }

    /** @param round to be given back when the calendar is kept */
    record Kept(byte[] round, int streak, @Nullable Calendar calendar) {

        static final Kept NOTHING = new Kept(new byte[0], 0, null);
    }

    private final ReactiveRedisTemplate<String, byte[]> redis;
    private final Seal seal;
    private final RedisAway without =
            new RedisAway(LoggerFactory.getLogger(CalendarCache.class), "check-ins are answered without Redis");
    private final Clock clock;

    CalendarCache(ReactiveRedisConnectionFactory connections, Seal seal, Clock clock) {
        this.redis = new ReactiveRedisTemplate<>(
                connections,
                RedisSerializationContext.<String, byte[]>newSerializationContext(RedisSerializer.byteArray())
                        .key(RedisSerializer.string())
                        .build());
        this.seal = seal;
        this.clock = clock;
    }

    /** The answer to today's tap if it was given before; counts the tap if it was not. */
    Mono<Today> today(Customer customer) {
        var key = key(customer, "today");
        return run(
                        TODAY,
                        List.of(key, key(customer, "limit")),
                        bytes(Limit.CHECK_IN.within().toMillis()))
                .map(reply -> read(key, reply))
                .onErrorResume(away -> without.give(away, Today.UNKNOWN))
                .defaultIfEmpty(Today.UNKNOWN);
    }

    private Today read(String key, byte[] reply) {
        if (reply.length < 12 && reply.length > 1 && reply[0] == 'n') {
            return new Today(null, Integer.parseInt(new String(reply, 1, reply.length - 1, StandardCharsets.US_ASCII)));
        }
        return seal.open(key, reply)
                .map(ByteBuffer::wrap)
                .filter(content -> content.getLong() > clock.instant().getEpochSecond())
                .map(content -> new Today(Arrays.copyOfRange(content.array(), Long.BYTES, content.capacity()), 0))
                .orElse(Today.UNKNOWN);
    }

    Mono<Kept> calendar(Customer customer, LocalDate today) {
        var key = key(customer, "days");
        return run(CALENDAR, List.of(key, key(customer, "round")), bytes(today.toEpochDay()))
                .map(ByteBuffer::wrap)
                .map(reply -> {
                    var round = take(reply, Byte.toUnsignedInt(reply.get()));
                    var streak = reply.getInt();
                    var content = seal.open(key, take(reply, reply.remaining()));
                    return new Kept(round, streak, content.map(Calendar::from).orElse(null));
                })
                .onErrorResume(away -> without.give(away, Kept.NOTHING))
                .defaultIfEmpty(Kept.NOTHING);
    }

    Mono<Void> keep(Customer customer, Kept before, Calendar calendar) {
        var key = key(customer, "days");
        return run(
                        KEEP,
                        List.of(key, key(customer, "round")),
                        before.round(),
                        seal.put(key, calendar.toBytes()),
                        bytes(KEPT.toMillis()))
                .onErrorResume(away -> without.give(away, 0L))
                .then();
    }

    /** @param answer today's, to be given again until {@code until} */
    Mono<Void> written(Customer customer, byte[] answer, Instant until) {
        var content = ByteBuffer.allocate(Long.BYTES + answer.length)
                .putLong(until.getEpochSecond())
                .put(answer)
                .array();
        var rest = Math.max(1, Duration.between(clock.instant(), until).toMillis());
        var sealed = seal.put(key(customer, "today"), content);
        return written(customer.merchant(), customer.joined(), sealed, rest);
    }

    /** Something other than today's check-in has changed the member's days. */
    Mono<Void> forget(MerchantId merchant, MemberId member) {
        return written(merchant, member, new byte[0], 1);
    }

    private Mono<Void> written(MerchantId merchant, MemberId member, byte[] sealed, long rest) {
        return run(
                        WRITTEN,
                        List.of(
                                key(merchant, member, "days"),
                                key(merchant, member, "round"),
                                key(merchant, member, "today")),
                        bytes(ThreadLocalRandom.current().nextLong()),
                        bytes(Duration.ofDays(1).toMillis()),
                        sealed,
                        bytes(rest))
                .onErrorResume(away -> without.give(away, 0L))
                .then();
    }

    private <T> Mono<T> run(RedisScript<T> script, List<String> keys, byte[]... arguments) {
        return redis.execute(
                        script,
                        keys,
                        List.of(arguments),
                        RedisElementWriter.from(RedisSerializer.byteArray()),
                        reader())
                .next();
    }

    @SuppressWarnings("unchecked")
    private static <T> RedisElementReader<T> reader() {
        return (RedisElementReader<T>) RedisElementReader.from(RedisSerializer.byteArray());
    }

    /** The braces keep a member's keys on one node of a Redis Cluster. */
    private static String key(MerchantId merchant, MemberId member, String what) {
        return "check-in:{" + merchant + ":" + member.value() + "}:" + what;
    }

    private static String key(Customer customer, String what) {
        return key(customer.merchant(), customer.joined(), what);
    }

    private static byte[] take(ByteBuffer from, int length) {
        var taken = new byte[length];
        from.get(taken);
        return taken;
    }

    private static byte[] bytes(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }

    /** Read now: a script that reads itself at its first use does so on an event loop. */
    private static <T> RedisScript<T> script(String name, Class<T> type) {
        try {
            var text = new ClassPathResource("redis/" + name + ".lua").getContentAsString(StandardCharsets.UTF_8);
            return RedisScript.of(text, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

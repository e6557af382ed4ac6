package io.shuke.gateway.door;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How often somebody may knock, counted in Redis for all nodes together. Without Redis (or with nonsense in it) a limit
 * that guards codes fails closed, onto a stricter count on this node alone; one that only keeps the house quiet lets
 * everybody pass.
 */
@Component
public class Limits {

    /** What is limited, how often in which time, and what happens without Redis. */
    public enum Limit {
        /** Signing in, by address: a WeChat code is guessed or replayed here. */
        LOGIN(60, Duration.ofMinutes(1), true),
        /** Joining, by session. */
        JOIN(10, Duration.ofMinutes(1), true),
        /** Looking at somebody's phone number costs the shop 3 分 each time. */
        PHONE_CODE(5, Duration.ofHours(1), true),
        /** Checking in without having got an answer yet, by member; a phone in a bad net taps and taps. */
        CHECK_IN(300, Duration.ofMinutes(1), false),
        /** Looking members up by phone number, by till: a till serves people, it does not leaf through the book. */
        TILL_LOOKUP(60, Duration.ofHours(1), true),
        /** Trying words for coupons, by member; and by address, where many members may sit behind one. */
        COUPON_CODE(15, Duration.ofMinutes(1), true),
        COUPON_CODES(150, Duration.ofMinutes(1), true),
        /** Wrong codes of coupons, by till: a torn print happens, a row of them is guessing. */
        TILL_COUPON_MISS(15, Duration.ofMinutes(10), true),
        /** Genuine calls for one account: more than this in a minute no shop's fans send, but a leaked key may. */
        CALLBACK(60_000, Duration.ofMinutes(1), false);

        private final int times;
        private final Duration within;
        private final boolean closed;

        Limit(int times, Duration within, boolean closed) {
            this.times = times;
            this.within = within;
            this.closed = closed;
        }

        public int times() {
            return times;
        }

        public Duration within() {
            return within;
        }
    }

    /** Counts up, starts the window with the first, and mends a key that holds anything but a number. */
    private static final RedisScript<Long> COUNT = RedisScript.of("""
            local n = redis.pcall('INCRBY', KEYS[1], ARGV[2])
            if type(n) ~= 'number' then
              redis.call('SET', KEYS[1], ARGV[2])
              n = tonumber(ARGV[2])
            end
            if n == tonumber(ARGV[2]) or redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
            return n
            """, Long.class);

    private static final int LOCAL_KEYS = 50_000;
    private static final int LOT = 64;

    private record Window(String key, long number) {}

    private final ReactiveStringRedisTemplate redis;
    private final Clock clock;
    private final RedisAway without =
            new RedisAway(LoggerFactory.getLogger(Limits.class), "limits are counted on this node alone");
    private final Map<Window, AtomicInteger> local = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> lots = new ConcurrentHashMap<>();

    Limits(ReactiveStringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * Completes when {@code who} may go on.
     *
     * @param who never an openid or a phone number: the key is readable
     * @throws RequestRefusal {@code request.too-often}
     */
    public Mono<Void> pass(Limit limit, String who) {
        return pass(limit, who, 1);
    }

    /**
     * The same for what comes by the thousand: only every {@value #LOT}th call asks Redis, for all since the last one.
     */
    public Mono<Void> passInLots(Limit limit, String who) {
        var calls =
                lots.computeIfAbsent(limit + who, any -> new AtomicInteger()).incrementAndGet();
        return calls % LOT == 0 ? pass(limit, who, LOT) : Mono.empty();
    }

    /**
     * Completes while there is something left, and counts nothing: for what only costs when it fails.
     *
     * @throws RequestRefusal {@code request.too-often}
     */
    public Mono<Void> refuseSpent(Limit limit, String who) {
        return count(limit, who, 0)
                .flatMap(count -> count >= limit.times ? Mono.error(RequestRefusal.tooOften()) : Mono.empty());
    }

    private Mono<Void> pass(Limit limit, String who, int weight) {
        return count(limit, who, weight)
                .flatMap(count -> count > limit.times ? Mono.error(RequestRefusal.tooOften()) : Mono.empty());
    }

    private Mono<Long> count(Limit limit, String who, int weight) {
        var key = "limit:" + limit.name().toLowerCase(java.util.Locale.ROOT) + ":" + who;
        return redis.execute(
                        COUNT, List.of(key), List.of(Long.toString(limit.within.toMillis()), Integer.toString(weight)))
                .next()
                .onErrorResume(away -> without.give(away, withoutRedis(limit, key, weight)));
    }

    private long withoutRedis(Limit limit, String key, int weight) {
        if (!limit.closed) {
            return 0;
        }
        if (local.size() > LOCAL_KEYS) {
            local.clear();
            throw new IllegalStateException("too many callers while Redis is away");
        }
        var window = new Window(key, clock.millis() / limit.within.toMillis());
        return local.computeIfAbsent(window, any -> new AtomicInteger()).addAndGet(weight);
    }
}

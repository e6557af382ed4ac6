package io.shuke.gateway.wechat;

import io.shuke.member.ground.FieldCipher;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.redisson.api.RBucket;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tokens as all nodes share them: locked, in Redis, and nothing is lost when Redis is emptied, poisoned or away. */
final class TokenStore {

    private static final Logger LOG = LoggerFactory.getLogger(TokenStore.class);
    private static final Duration LEASE = Duration.ofSeconds(20);

    /** The right to ask WeChat for a token; given back by {@link #close}. */
    interface Lease extends AutoCloseable {

        @Override
        void close();
    }

    private final RedissonClient redis;
    private final FieldCipher cipher;
    private final Clock clock;

    TokenStore(RedissonClient redis, FieldCipher cipher, Clock clock) {
        this.redis = redis;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Empty when there is none, when it is not ours, or when Redis is away. */
    Optional<Token> read(String account) {
        try {
            return Optional.ofNullable(bucket(account).get())
                    .map(locked -> cipher.open(Base64.getDecoder().decode(locked), place(account)))
                    .flatMap(Token::parse);
        } catch (IllegalArgumentException | IllegalStateException garbage) {
            LOG.warn("what Redis holds as token of {} is not ours", account);
        } catch (RedisException broken) {
            LOG.warn("Redis did not give the token of {}: {}", account, broken.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    void write(String account, Token token) {
        put(account, token, (bucket, locked) -> bucket.set(locked, left(token)));
    }

    /** Puts a token back unless somebody has put a newer one there. Whatever is not a token of ours gives way. */
    void restore(String account, Token token) {
        put(account, token, (bucket, locked) -> {
            if (!bucket.setIfAbsent(locked, left(token)) && read(account).isEmpty()) {
                bucket.set(locked, left(token));
            }
        });
    }

    private void put(String account, Token token, BiConsumer<RBucket<String>, String> how) {
        try {
            if (!left(token).isNegative()) {
                var locked = cipher.seal(token.toText(), place(account));
                how.accept(bucket(account), Base64.getEncoder().encodeToString(locked));
            }
        } catch (RedisException away) {
            LOG.warn(
                    "Redis did not take the token of {}: {}",
                    account,
                    away.getClass().getSimpleName());
        }
    }

    private Duration left(Token token) {
        return Duration.between(clock.instant(), token.expiresAt()).minusSeconds(1);
    }

    /**
     * Empty when another node holds it. Without Redis everybody gets one: a needless call to WeChat does less harm than
     * no token, since the stable token is the same for all who ask.
     */
    Optional<Lease> lease(String account, Duration patience) {
        var name = "shuke:wechat:token-lease:" + account;
        try {
            var lock = redis.getLock(name);
            return lock.tryLock(patience.toMillis(), LEASE.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(() -> release(lock))
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (RedisException awayOrPoisoned) {
            mend(name);
            return Optional.of(() -> {});
        }
    }

    /** What is not a lock where the lock should be would stop every node for ever. */
    private void mend(String name) {
        try {
            redis.getKeys().delete(name);
        } catch (RedisException away) {
            LOG.debug("nothing to mend without Redis");
        }
    }

    private static void release(RLock lock) {
        try {
            lock.unlock();
        } catch (IllegalMonitorStateException | RedisException gone) {
            LOG.debug("the lease had gone before it was given back");
        }
    }

    private RBucket<String> bucket(String account) {
        return redis.getBucket("shuke:wechat:token:" + account, StringCodec.INSTANCE);
    }

    private static String place(String account) {
        return "redis.wechat_token:" + account;
    }
}

package io.shuke.gateway.door;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.connection.ReactiveRedisClusterConnection;
import org.springframework.data.redis.connection.ReactiveRedisConnection;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The line to Redis, laid beside the requests and not by them: connecting blocks, and the first request that needed it
 * would wait for it on an event loop. Until it is laid, Redis is away. Once laid, Lettuce mends it by itself.
 */
@Component
@Primary
class RedisLine implements ReactiveRedisConnectionFactory, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RedisLine.class);

    private final LettuceConnectionFactory factory;
    private volatile boolean laid;
    private volatile boolean running;

    RedisLine(LettuceConnectionFactory factory) {
        this.factory = factory;
        lay();
    }

    @Scheduled(initialDelay = 2_000, fixedDelay = 2_000)
    final void lay() {
        if (laid) {
            return;
        }
        try {
            factory.initConnection();
            laid = true;
        } catch (RuntimeException away) {
            LOG.warn("no Redis yet: {}", away.getClass().getSimpleName());
        }
    }

    /** After the factory, which forgets its connections when it is stopped. */
    @Override
    public int getPhase() {
        return factory.getPhase() + 1;
    }

    @Override
    public void start() {
        running = true;
        lay();
    }

    @Override
    public void stop() {
        running = false;
        laid = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public ReactiveRedisConnection getReactiveConnection() {
        return ready().getReactiveConnection();
    }

    @Override
    public ReactiveRedisClusterConnection getReactiveClusterConnection() {
        return ready().getReactiveClusterConnection();
    }

    @Override
    public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException failure) {
        return factory.translateExceptionIfPossible(failure);
    }

    private LettuceConnectionFactory ready() {
        if (!laid) {
            throw new RedisConnectionFailureException("not connected yet");
        }
        return factory;
    }
}

package io.shuke.gateway.wechat;

import io.micrometer.core.instrument.MeterRegistry;
import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Channels;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.BaseConfig;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails.Node;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** The beans of WeChat out. */
@Configuration(proxyBeanMethods = false)
class WechatConfiguration {

    /** Redisson coordinates nodes; everything else in Redis goes through Lettuce, which stays Spring's own client. */
    @Bean(destroyMethod = "shutdown")
    RedissonClient redisson(DataRedisConnectionDetails redis) {
        var config = new Config()
                .setCodec(StringCodec.INSTANCE)
                .setExecutor(threads())
                .setNettyThreads(2)
                // A node starts and serves without Redis too.
                .setLazyInitialization(true);
        // "redis://:password@host" names nobody, not somebody with an empty name.
        if (StringUtils.hasText(redis.getUsername())) {
            config.setUsername(redis.getUsername());
        }
        if (StringUtils.hasText(redis.getPassword())) {
            config.setPassword(redis.getPassword());
        }
        var scheme = redis.getSslBundle() == null ? "redis://" : "rediss://";
        patient(servers(config, redis, scheme));
        return Redisson.create(config);
    }

    /** Redisson's own would be Netty's kind of thread, on which blocking counts as a mistake. */
    private static ExecutorService threads() {
        return Executors.newFixedThreadPool(2, task -> {
            var thread = new Thread(task, "redisson");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static BaseConfig<?> servers(Config config, DataRedisConnectionDetails redis, String scheme) {
        var cluster = redis.getCluster();
        if (cluster != null) {
            var servers = config.useClusterServers();
            addresses(cluster.getNodes(), scheme).forEach(servers::addNodeAddress);
            return servers;
        }
        var sentinel = redis.getSentinel();
        if (sentinel != null) {
            var servers = config.useSentinelServers()
                    .setMasterName(sentinel.getMaster())
                    .setDatabase(sentinel.getDatabase());
            addresses(sentinel.getNodes(), scheme).forEach(servers::addSentinelAddress);
            return servers;
        }
        var single = redis.getStandalone();
        if (single == null) {
            throw new IllegalStateException("no Redis is named: neither one server, nor sentinels, nor a cluster");
        }
        return config.useSingleServer()
                .setAddress(scheme + single.getHost() + ":" + single.getPort())
                .setDatabase(single.getDatabase())
                .setConnectionPoolSize(8)
                .setConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionPoolSize(2);
    }

    private static List<String> addresses(List<Node> nodes, String scheme) {
        return nodes.stream()
                .map(node -> scheme + node.host() + ":" + node.port())
                .toList();
    }

    private static void patient(BaseConfig<?> servers) {
        servers.setTimeout(1_000)
                .setConnectTimeout(1_000)
                .setRetryAttempts(1)
                .setRetryDelay(new ConstantDelay(Duration.ofMillis(200)));
    }

    @Bean(destroyMethod = "close")
    WechatCalls wechatCalls(
            MeterRegistry meters,
            @Value("${shuke.wechat.threads:32}") int threads,
            @Value("${shuke.wechat.queue:512}") int queue) {
        return new WechatCalls(threads, queue, meters);
    }

    @Bean
    Accounts wechatAccounts(
            Channels channels, Jdbc jdbc, TokenStore tokens, WechatCalls calls, Clock clock, Environment environment) {
        return new Accounts(channels, jdbc, new Accounts.Surroundings(new Hosts(environment), tokens, calls, clock));
    }

    @Bean
    TokenStore wechatTokens(RedissonClient redis, FieldCipher cipher, Clock clock) {
        return new TokenStore(redis, cipher, clock);
    }

    @Bean
    Logins wechatLogins(Accounts accounts, WechatCalls calls) {
        return new Logins(accounts, calls);
    }

    @Bean(destroyMethod = "close")
    TokenTimer wechatTokenTimer(Accounts accounts, WechatCalls calls) {
        return new TokenTimer(accounts, calls);
    }
}

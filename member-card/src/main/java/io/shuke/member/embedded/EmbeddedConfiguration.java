package io.shuke.member.embedded;

import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Starts the servers and tells Spring Boot where they are; the pool, Flyway and Lettuce follow, and are closed before the
 * servers stop.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "shuke.embedded.enabled", havingValue = "true")
class EmbeddedConfiguration {

    @Bean(destroyMethod = "release")
    Servers servers(@Value("${shuke.embedded.data:data}") String data) {
        return Servers.use(data);
    }

    /** {@code -Ddb=mysql -Ddb.url=…} puts a server of your own in MariaDB's place: the tests shall pass on both. */
    @Bean(destroyMethod = "leave")
    Schema schema(Servers servers, Environment given, @Value("${shuke.embedded.schema:shuke}") String wanted) {
        var clock = Clock.systemUTC();
        if ("mysql".equals(given.getProperty("db"))) {
            return new Schema(
                    given.getRequiredProperty("db.url"),
                    wanted,
                    given.getProperty("db.user", "root"),
                    given.getProperty("db.password", ""),
                    clock);
        }
        var mariaDb = servers.mariaDb();
        var url = "jdbc:mysql://" + Ports.HOST + ":" + mariaDb.port();
        return new Schema(url, wanted, MariaDb.USER, mariaDb.password(), clock);
    }

    @Bean
    DataRedisConnectionDetails redisDetails(Servers servers, @Value("${shuke.embedded.schema:shuke}") String wanted)
            throws IOException {
        var redis = servers.redis();
        int database = wanted.equals(Schema.FRESH) ? redis.lend() : 0;
        return new RedisDetails(redis, database);
    }

    private record RedisDetails(Redis redis, int database) implements DataRedisConnectionDetails {

        @Override
        public String getPassword() {
            return redis.password();
        }

        @Override
        public Standalone getStandalone() {
            return Standalone.of(Ports.HOST, redis.port(), database);
        }
    }
}

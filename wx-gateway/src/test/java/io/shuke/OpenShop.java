package io.shuke;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * The whole program with its simulator and an empty demo shop, on a real database and a real Redis, behind a wire each
 * that tests may cut. One context for all who ask for it: starting is what costs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Shuke.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "shuke.embedded.enabled=true",
            "shuke.embedded.data=${shuke.test.data:target/test-data}",
            "shuke.embedded.schema=fresh",
            "shuke.keys.folder=${shuke.test.data:target/test-data}/keys",
            "shuke.keys.create=true",
            "shuke.spool.folder=${shuke.test.data:target/test-data}/spool-${random.uuid}",
            "shuke.demo.enabled=true",
            "shuke.demo.days=0",
            "shuke.simulator.enabled=true",
            "shuke.webhook.local=true",
            "shuke.simulator.file=${shuke.test.data:target/test-data}/simulator-${random.uuid}.json",
            // The port is the system's choice, so addresses follow the request.
            "shuke.public-url=",
            "shuke.wechat.api-host=http://127.0.0.1:${local.server.port:0}/sim/wechat",
            "shuke.wechat.open-host=http://127.0.0.1:${local.server.port:0}/sim/wechat",
            "shuke.wechat.mp-host=http://127.0.0.1:${local.server.port:0}/sim/wechat",
            "shuke.wechat.pay-host=http://127.0.0.1:${local.server.port:0}/sim/wechat",
            // Every guest has an address of his own.
            "server.forward-headers-strategy=native",
            "management.server.port=0"
        })
@Import(OpenShop.Wires.class)
@ExtendWith(EventLoops.class)
public @interface OpenShop {

    /** What lies between the program and its servers. */
    @TestConfiguration(proxyBeanMethods = false)
    class Wires {

        private static final Pattern ADDRESS = Pattern.compile("//([^:/]+):(\\d+)");

        @Bean
        Wire databaseWire(@Qualifier("schema") JdbcConnectionDetails database) {
            var address = ADDRESS.matcher(database.getJdbcUrl());
            if (!address.find()) {
                throw new IllegalStateException("no address in the database's URL");
            }
            return new Wire(address.group(1), Integer.parseInt(address.group(2)));
        }

        @Bean
        @Primary
        JdbcConnectionDetails wiredDatabase(
                @Qualifier("schema") JdbcConnectionDetails database, @Qualifier("databaseWire") Wire wire) {
            return new JdbcConnectionDetails() {
                @Override
                public @Nullable String getUsername() {
                    return database.getUsername();
                }

                @Override
                public @Nullable String getPassword() {
                    return database.getPassword();
                }

                @Override
                public String getJdbcUrl() {
                    return ADDRESS.matcher(database.getJdbcUrl()).replaceFirst("//127.0.0.1:" + wire.port());
                }
            };
        }

        @Bean
        Wire redisWire(@Qualifier("redisDetails") DataRedisConnectionDetails redis) {
            var server = redis.getStandalone();
            if (server == null) {
                throw new IllegalStateException("the tests' Redis is one server");
            }
            return new Wire(server.getHost(), server.getPort());
        }

        @Bean
        @Primary
        DataRedisConnectionDetails wiredRedis(
                @Qualifier("redisDetails") DataRedisConnectionDetails redis, @Qualifier("redisWire") Wire wire) {
            var server = redis.getStandalone();
            int database = server == null ? 0 : server.getDatabase();
            return new DataRedisConnectionDetails() {
                @Override
                public @Nullable String getPassword() {
                    return redis.getPassword();
                }

                @Override
                public Standalone getStandalone() {
                    return Standalone.of("127.0.0.1", wire.port(), database);
                }
            };
        }
    }
}

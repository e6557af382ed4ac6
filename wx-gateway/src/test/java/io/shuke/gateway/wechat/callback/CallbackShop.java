package io.shuke.gateway.wechat.callback;

import io.shuke.Shuke;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;

/** The whole application on real servers, with a wire to the database that can be cut. */
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
            "shuke.public-url=https://shop.example"
        })
@Import(CallbackShop.Surroundings.class)
@interface CallbackShop {

    /** What the application does not have by itself. */
    @TestConfiguration(proxyBeanMethods = false)
    class Surroundings {

        private static final Pattern ADDRESS = Pattern.compile("//([^:/]+):(\\d+)");

        @Bean
        Wire wire(@Qualifier("schema") JdbcConnectionDetails database) {
            var address = ADDRESS.matcher(database.getJdbcUrl());
            if (!address.find()) {
                throw new IllegalStateException("no address in " + database.getJdbcUrl());
            }
            return new Wire(address.group(1), Integer.parseInt(address.group(2)));
        }

        @Bean
        @Primary
        JdbcConnectionDetails wired(@Qualifier("schema") JdbcConnectionDetails database, Wire wire) {
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
        Heard heard() {
            return new Heard();
        }
    }

    /** A later feature that listens; it always fails at one message. */
    class Heard {

        static final String UNBEARABLE = "666";

        final ConcurrentLinkedQueue<TemplateMessageFinished> finished = new ConcurrentLinkedQueue<>();

        @EventListener
        void on(TemplateMessageFinished event) {
            if (event.messageId().equals(UNBEARABLE)) {
                throw new IllegalStateException("cannot bear " + event.openid());
            }
            finished.add(event);
        }
    }
}

package io.shuke.marketing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The facades on a real database and a real Redis; the settings are those of the gateway's application.yaml. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = TestShop.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "shuke.embedded.enabled=true",
            "shuke.embedded.data=${shuke.test.data:target/test-data}",
            "shuke.embedded.schema=fresh",
            "shuke.keys.folder=${shuke.test.data:target/test-data}/keys",
            "shuke.keys.create=true",
            "shuke.jdbc.queue=1024",
            "spring.datasource.hikari.maximum-pool-size=8",
            "spring.datasource.hikari.connection-timeout=1500",
            "spring.datasource.hikari.validation-timeout=1000",
            "spring.datasource.hikari.transaction-isolation=TRANSACTION_READ_COMMITTED",
            "spring.datasource.hikari.data-source-properties.queryInterceptors=io.shuke.marketing.till.RoundTrips",
            "mybatis-plus.configuration.map-underscore-to-camel-case=true",
            "mybatis-plus.configuration.arg-name-based-constructor-auto-mapping=true",
            "mybatis-plus.configuration.cache-enabled=false",
            "mybatis-plus.configuration.local-cache-scope=statement",
            "mybatis-plus.global-config.banner=false",
            "spring.main.banner-mode=off"
        })
@ExtendWith(ShopTest.MachineTime.class)
public @interface ShopTest {

    /** Contexts are shared between test classes, and so would be a clock that somebody has set. */
    final class MachineTime implements BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext test) {
            SpringExtension.getApplicationContext(test)
                    .getBean(SettableClock.class)
                    .reset();
        }
    }
}

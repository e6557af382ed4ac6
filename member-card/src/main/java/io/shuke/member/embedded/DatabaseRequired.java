package io.shuke.member.embedded;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Without the servers of our own somebody else's must be named; said before anything else is tried, and fails. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "shuke.embedded.enabled", havingValue = "false", matchIfMissing = true)
class DatabaseRequired {

    @Bean
    static BeanFactoryPostProcessor namedDatabase(Environment given) {
        return beans -> {
            if (!StringUtils.hasText(given.getProperty("spring.datasource.url"))) {
                throw new CannotRun("""
                        没有配置数据库。
                        No database is configured.""", """
                        请设置 DB_URL、DB_USER、DB_PASSWORD 和 REDIS_URL，或以 --spring.profiles.active=embedded 启动。
                        Set DB_URL, DB_USER, DB_PASSWORD and REDIS_URL, or run with --spring.profiles.active=embedded.""");
            }
        };
    }
}

package io.shuke;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.data.redis.autoconfigure.DataRedisRepositoriesAutoConfiguration;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Where it starts. The same word may name a class in several features, so beans go by their full names. */
@SpringBootApplication(
        proxyBeanMethods = false,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        exclude = {ReactiveUserDetailsServiceAutoConfiguration.class, DataRedisRepositoriesAutoConfiguration.class})
public class Shuke {

    public static void main(String[] arguments) {
        SpringApplication.run(Shuke.class, arguments);
    }
}

package io.shuke;

import io.shuke.member.ground.Keys;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.data.redis.autoconfigure.DataRedisRepositoriesAutoConfiguration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Where it starts. The same word may name a class in several features, so beans go by their full names. */
@SpringBootApplication(
        proxyBeanMethods = false,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        exclude = DataRedisRepositoriesAutoConfiguration.class)
public class Shuke {

    /** @param arguments {@code keys} makes the installation's keys, once, and ends; else Spring's own */
    public static void main(String[] arguments) {
        if (List.of(arguments).equals(List.of("keys"))) {
            Keys.in(Path.of(System.getenv().getOrDefault("SHUKE_KEYS", "keys")), true);
            return;
        }
        SpringApplication.run(Shuke.class, arguments);
    }
}

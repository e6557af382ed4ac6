package io.shuke;

import io.shuke.member.ground.Keys;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Where it starts. */
@SpringBootApplication(proxyBeanMethods = false)
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

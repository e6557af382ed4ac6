package io.shuke;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Where it starts. */
@SpringBootApplication(proxyBeanMethods = false)
public class Shuke {

    public static void main(String[] arguments) {
        SpringApplication.run(Shuke.class, arguments);
    }
}

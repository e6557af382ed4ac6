package io.shuke.gateway.wechat;

import io.shuke.Shuke;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The whole program on a real database and a real Redis. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Shuke.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "shuke.embedded.enabled=true",
            "shuke.embedded.data=${shuke.test.data}",
            "shuke.embedded.schema=fresh",
            "shuke.keys.folder=${shuke.test.data}/keys",
            "shuke.keys.create=true",
            "shuke.jdbc.queue=1024",
            "management.server.port=0",
            "shuke.public-url="
        })
@interface RunningShop {}

package io.shuke.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

@ShopTest
class ConsolePageIT {

    private static final Pattern SCRIPT = Pattern.compile("src=\"\\./(assets/[^\"]+\\.js)\"");

    @Autowired
    Shopkeeper shopkeeper;

    @Test
    void isOpenToEverybodyAndRunsNothingButItsOwnScripts() {
        var page = shopkeeper
                .browser()
                .get("/console/")
                .expectStatus()
                .isOk()
                .expectHeader()
                .value("Content-Security-Policy", policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe", "http:", "https:", "*"))
                .expectHeader()
                .value(HttpHeaders.CACHE_CONTROL, cache -> assertThat(cache).contains("no-cache"))
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        var script = SCRIPT.matcher(Objects.requireNonNull(page));
        assertThat(script.find()).isTrue();
        shopkeeper
                .browser()
                .get("/console/" + script.group(1))
                .expectStatus()
                .isOk()
                .expectHeader()
                .value(HttpHeaders.CACHE_CONTROL, cache -> assertThat(cache).contains("immutable", "max-age=31536000"));
    }

    @Test
    void isFoundWithoutTheSlashToo() {
        shopkeeper
                .browser()
                .get("/console")
                .expectStatus()
                .is3xxRedirection()
                .expectHeader()
                .location("/console/");
    }
}

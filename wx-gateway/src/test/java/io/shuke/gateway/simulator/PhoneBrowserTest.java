package io.shuke.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The browser in the phone and the pages WeChat shows in it. */
@SimulatorTest
class PhoneBrowserTest {

    private final WebTestClient web;
    private final String here;

    PhoneBrowserTest(@LocalServerPort int port) {
        this.here = "http://127.0.0.1:" + port;
        this.web = WebTestClient.bindToServer()
                .baseUrl(here)
                .responseTimeout(Duration.ofSeconds(60))
                .build();
    }

    @Test
    void thePageIsThereWithoutAnythingInline() {
        assertThat(page("/sim"))
                .contains("微信模拟器")
                .doesNotContain("<style", "style=\"", "onclick")
                .doesNotContainPattern("<script(?![^>]*src=)");
        assertThat(page("/sim/sim.js")).contains("import");
    }

    @Test
    void whoeverIsUnknownIsAsked() {
        assertThat(page(authorize("http://127.0.0.1/oauth/x/return", "snsapi_base", "")))
                .contains("你是谁", "小满");
    }

    @Test
    void consentIsAskedForAndMayBeRefused() {
        var asked = authorize("http://127.0.0.1/oauth/x/return?to=%2Fh5", "snsapi_userinfo", "&sim_person=2");

        assertThat(page(asked)).contains("获取你的昵称、头像", "拒绝", "允许");
        assertThat(location(asked + "&sim_consent=refuse"))
                .hasToString("http://127.0.0.1/oauth/x/return?to=%2Fh5&state=st4te");
        assertThat(location(asked + "&sim_consent=accept")).hasParameter("code").hasParameter("state", "st4te");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/x", "javascript:alert(1)", "//evil.example", ""})
    void aForeignDomainIsRefusedOnAPage(String redirect) {
        assertThat(page(authorize(redirect, "snsapi_base", "&sim_person=2"))).contains("10003");
    }

    @Test
    void eachPersonKeepsTheirOwnSession() {
        var first = browse("1", "/h5/", Map.of());
        assertThat(first.getResponseHeaders().getLocation()).hasToString("/h5/");
        assertThat(cookie(first, "sim_person")).startsWith("sim_person=1;");

        var second = browse("2", "/h5/", Map.of("sim_person", "1", "shuke_session", "of-the-first"));
        assertThat(cookie(second, "shuke_session")).contains("Max-Age=0");

        var again = browse("1", "/h5/", Map.of("sim_person", "2", "shuke_session", "of-the-second"));
        assertThat(cookie(again, "shuke_session")).startsWith("shuke_session=of-the-first;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/h5/", "//evil.example/", "javascript:alert(1)", "h5"})
    void thePhoneOpensOnlyPagesOfThisMachine(String to) {
        web.get()
                .uri(builder -> builder.path("/sim/browse")
                        .queryParam("person", "1")
                        .queryParam("to", "{to}")
                        .build(to))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private EntityExchangeResult<byte[]> browse(String person, String to, Map<String, String> cookies) {
        return web.get()
                .uri("/sim/browse?person={person}&to={to}", person, to)
                .cookies(jar -> cookies.forEach(jar::add))
                .exchange()
                .expectStatus()
                .isFound()
                .expectBody()
                .returnResult();
    }

    private static String cookie(EntityExchangeResult<byte[]> answer, String name) {
        return String.valueOf(answer.getResponseCookies().getFirst(name));
    }

    private String page(String path) {
        var body = web.get()
                .uri(URI.create(here + path))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return body == null ? "" : body;
    }

    private URI location(String path) {
        var location = web.get()
                .uri(URI.create(here + path))
                .exchange()
                .expectStatus()
                .isFound()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getLocation();
        return location == null ? URI.create("") : location;
    }

    private static String authorize(String redirect, String scope, String more) {
        return WechatApi.ROOT + "/connect/oauth2/authorize?appid=" + Given.OFFICIAL + "&redirect_uri="
                + URLEncoder.encode(redirect, StandardCharsets.UTF_8)
                + "&response_type=code&scope=" + scope + "&state=st4te" + more;
    }
}

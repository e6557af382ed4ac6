package io.shuke.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.Consents;
import io.shuke.member.merchant.Channel;
import io.shuke.member.merchant.Channels;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.UriComponentsBuilder;

/** A shop with an Official Account and a mini-program, and people who come through them. */
@RunningShop
abstract class ShopWithAccounts {

    static final FakeWechat WECHAT = new FakeWechat();
    static final MerchantId SHOP = new MerchantId(424_242);
    static final String OFFICIAL = "wx0000000000000a01";
    static final String MINI = "wx0000000000000b01";
    static final String SECRET = "appsecret0123456789";

    @DynamicPropertySource
    static void hosts(DynamicPropertyRegistry properties) {
        properties.add("shuke.wechat.api-host", WECHAT::address);
        properties.add("shuke.wechat.open-host", () -> "https://open.example");
    }

    @BeforeAll
    static void shop(@Autowired Merchants merchants, @Autowired Channels channels) {
        if (channels.of(OFFICIAL).isPresent()) {
            return;
        }
        merchants.open(new Merchant(SHOP, "早安咖啡", ZoneId.of("Asia/Shanghai")));
        channels.connect(new Channel(OFFICIAL, SHOP, Accounts.OFFICIAL, "早安咖啡", SECRET, "token", "a".repeat(43), null));
        channels.connect(new Channel(MINI, SHOP, Accounts.MINI, "早安咖啡", SECRET, "token", "a".repeat(43), null));
    }

    @LocalServerPort
    int port;

    @Autowired
    Consents consents;

    WebTestClient http = WebTestClient.bindToServer().build();

    @BeforeEach
    void client() {
        http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .build();
    }

    @AfterEach
    void noFaults() {
        WECHAT.forgetScripts();
    }

    /** A browser on its way: the state it was given and the cookie that goes with it. */
    record Way(String state, String cookieName, String cookie) {}

    Way begun(String query) {
        var answer = http.get()
                .uri("/oauth/" + OFFICIAL + query)
                .exchange()
                .expectStatus()
                .isFound()
                .returnResult(Void.class);
        var location = Objects.requireNonNull(answer.getResponseHeaders().getLocation());
        var state = Objects.requireNonNull(
                UriComponentsBuilder.fromUri(location).build().getQueryParams().getFirst("state"));
        var cookie = answer.getResponseCookies().values().iterator().next().get(0);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        return new Way(state, cookie.getName(), cookie.getValue());
    }

    WebTestClient.ResponseSpec back(Way way, String code) {
        return http.get()
                .uri("/oauth/" + OFFICIAL + "/return?code=" + code + "&state=" + way.state())
                .cookie(way.cookieName(), way.cookie())
                .exchange();
    }

    static String person(String openid, String unionid) {
        return "{\"access_token\":\"SNSTOKEN\",\"expires_in\":7200,\"refresh_token\":\"REFRESHTOKEN\","
                + "\"session_key\":\"SESSIONKEY==\",\"openid\":\"" + openid
                + "\",\"scope\":\"snsapi_base\",\"unionid\":\""
                + unionid + "\"}";
    }

    static String anyId(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }

    String miniToken(String openid, String unionid) {
        var body = http.post()
                .uri("/api/sessions/mini")
                .bodyValue(Map.of("appid", MINI, "code", WECHAT.code(person(openid, unionid))))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("token"));
    }

    Map<String, Object> joining() {
        return Map.of("consent", Map.of("version", consents.current().version()));
    }

    WebTestClient.ResponseSpec login(String appid, String code) {
        return http.post()
                .uri("/api/sessions/mini")
                .bodyValue(Map.of("appid", appid, "code", code))
                .exchange();
    }

    WebTestClient.ResponseSpec join(String token, Map<String, ?> body) {
        return http.post()
                .uri("/api/members")
                .header("Authorization", "Bearer " + token)
                .bodyValue(body)
                .exchange();
    }

    static String number(WebTestClient.ResponseSpec answer) {
        var body = answer.expectBody(Map.class).returnResult().getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("number"));
    }

    static void expectRefusal(WebTestClient.ResponseSpec answer, int status, String code) {
        var specification = answer.expectStatus().isEqualTo(status);
        if (status == 503 || status == 429) {
            specification.expectHeader().exists("Retry-After");
        }
        specification.expectBody().jsonPath("$.code").isEqualTo(code);
    }
}

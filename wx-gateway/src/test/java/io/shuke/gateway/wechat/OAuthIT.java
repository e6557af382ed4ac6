package io.shuke.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

class OAuthIT extends ShopWithAccounts {

    @Test
    void asksWechatSilentlyUnlessThePersonTapped() {
        for (var scope : List.of("snsapi_base", "snsapi_userinfo")) {
            var location = http.get()
                    .uri("/oauth/" + OFFICIAL + "?to=/h5/" + (scope.endsWith("base") ? "" : "&scope=userinfo"))
                    .exchange()
                    .expectStatus()
                    .isFound()
                    .returnResult(Void.class)
                    .getResponseHeaders()
                    .getLocation();
            assertThat(location)
                    .asString()
                    .startsWith("https://open.example/connect/oauth2/authorize?appid=" + OFFICIAL)
                    .contains("scope=" + scope)
                    .contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A" + port + "%2Foauth%2F" + OFFICIAL + "%2Freturn")
                    .endsWith("#wechat_redirect");
        }
    }

    @Test
    void opensASessionForSomebodyWhoComesBack() {
        var answer = back(begun("?to=/h5/?shop=424242"), WECHAT.code(person(anyId("o"), anyId("u"))))
                .expectStatus()
                .isFound()
                .expectHeader()
                .location("/h5/?shop=424242")
                .returnResult(Void.class);
        var session = Objects.requireNonNull(answer.getResponseCookies().getFirst("shuke_session"));
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualTo("Lax");
        http.get()
                .uri("/api/me")
                .cookie("shuke_session", session.getValue())
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("session.not-joined");
    }

    @Test
    void refusesTheStateOfAnotherBrowser() {
        var mine = begun("?to=/h5/");
        var yours = begun("?to=/h5/");
        var code = WECHAT.code(person(anyId("o"), anyId("u")));
        for (var way : List.of(
                new Way(mine.state(), yours.cookieName(), yours.cookie()),
                new Way(mine.state(), mine.cookieName(), yours.cookie()),
                new Way(mine.state(), mine.cookieName(), "x" + mine.cookie()),
                new Way("", mine.cookieName(), mine.cookie()),
                new Way("0".repeat(32), mine.cookieName(), mine.cookie()))) {
            back(way, code)
                    .expectStatus()
                    .isForbidden()
                    .expectHeader()
                    .doesNotExist("Set-Cookie")
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("oauth.bad-state");
        }
        back(mine, code).expectStatus().isFound();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/h5/../console",
                "/h5/%2e%2e/console",
                "/h5/\r\nSet-Cookie:a=b",
                "/h5//evil.example",
                "/api/me"
            })
    void leadsToNobodyElse(String to) {
        http.get()
                .uri(uri ->
                        uri.path("/oauth/" + OFFICIAL).queryParam("to", "{to}").build(to))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("oauth.foreign-target");
    }

    @Test
    void keepsNothingOfASnapshotUser() {
        var snapshot = "{\"access_token\":\"SNSTOKEN\",\"openid\":\"" + anyId("o")
                + "\",\"scope\":\"snsapi_userinfo\",\"is_snapshotuser\":1,\"unionid\":\"" + anyId("u") + "\"}";
        var answer = back(begun("?to=/h5/?shop=1&scope=userinfo"), WECHAT.code(snapshot))
                .expectStatus()
                .isFound()
                .expectHeader()
                .location("/h5/?shop=1&snapshot=1")
                .returnResult(Void.class);
        assertThat(answer.getResponseCookies()).doesNotContainKey("shuke_session");
    }

    @Test
    void leadsBackSomebodyWhoDeclined() {
        http.get()
                .uri("/oauth/" + OFFICIAL + "/return?state=" + begun("?to=/h5/").state())
                .exchange()
                .expectStatus()
                .isForbidden();
        back(begun("?to=/h5/"), "").expectStatus().isFound().expectHeader().location("/h5/?login=refused");
    }

    @Test
    void refusesACodeOfTheAuthorizePageThatWasUsed() {
        var code = WECHAT.code(person(anyId("o"), anyId("u")));
        back(begun("?to=/h5/"), code).expectStatus().isFound();
        back(begun("?to=/h5/"), code)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("login.code-used");
        var way = begun("?to=/h5/");
        http.get()
                .uri("/oauth/" + OFFICIAL + "/return?code=" + code + "&state=" + way.state())
                .cookie(way.cookieName(), way.cookie())
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectHeader()
                .location("/h5/?login=login.code-used");
    }

    @Test
    void knowsNoForeignAccount() {
        http.get().uri("/oauth/wx-nobody?to=/h5/").exchange().expectStatus().isNotFound();
        login("wx-nobody", "code").expectStatus().isNotFound();
    }
}

package io.shuke.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.OpenShop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is wrong is said to be wrong, with a code and in Chinese, and never with a 5xx. */
@OpenShop
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private final Door door;
    private final Guest member;

    BadInputIT(@LocalServerPort int port) {
        this.door = new Door(port);
        this.member = door.member();
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.at("/detail")).as("in Chinese").containsPattern("\\p{IsHan}");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.at("/requestId")).isEqualTo(answer.header("X-Request-Id"));
    }

    @ParameterizedTest
    @CsvSource({
        "1990-02-31, 400, membership.birthday-impossible",
        "1990-2-3, 400, membership.birthday-impossible",
        "17.05.1990, 400, membership.birthday-impossible",
        "１９９０-05-17, 400, membership.birthday-impossible",
        "3026-01-01, 400, membership.birthday-impossible",
        "1850-01-01, 400, membership.birthday-impossible",
        "2020-01-01, 403, membership.guardian-needed",
    })
    void refusesABirthdayThatCannotBe(String birthday, int status, String code) {
        var guest = door.stranger();
        guest.logIn();

        assertRefused(guest.join(",\"birthday\":\"" + birthday + "\""), status, code);
        assertRefused(member.call("PATCH", "/api/me", "{\"birthday\":\"" + birthday + "\"}"), status, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\\u0000", "a\\nb", "\\u202Eabc", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三"})
    void refusesANicknameThatIsNone(String nickname) {
        assertRefused(
                member.call("PATCH", "/api/me", "{\"nickname\":\"" + nickname + "\"}"),
                400,
                "membership.nickname-malformed");
    }

    @Test
    void refusesProfileFieldsThatTheShopDoesNotAskFor() {
        assertRefused(
                member.call("PATCH", "/api/me", "{\"profile\":{\"salary\":\"1\"}}"), 400, "membership.unknown-field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"month\":2,\"day\":30}",
                "{\"month\":13,\"day\":1}",
                "{\"month\":-1,\"day\":1}",
                "{\"month\":1,\"day\":1,\"year\":999999}",
                "{}"
            })
    void refusesADateThatIsInNoYear(String date) {
        assertRefused(member.call("PATCH", "/api/me", "{\"dates\":[" + date + "]}"), 400, "membership.date-impossible");
    }

    @Test
    void refusesToJoinWithoutConsentOrWithAnOldOne() {
        var guest = door.stranger();
        guest.logIn();

        assertRefused(guest.call("POST", "/api/members", "{}"), 400, "request.malformed");
        assertRefused(
                guest.call("POST", "/api/members", "{\"consent\":{\"version\":\"v0\"}}"),
                409,
                "membership.consent-outdated");
    }

    @Test
    void refusesAPhoneCodeWhereThereIsNoneToBeHad() {
        var guest = door.stranger();
        guest.logIn();

        assertRefused(guest.join(",\"phoneCode\":\"" + guest.phoneCode() + "\""), 400, "login.phone-unavailable");
    }

    @Test
    void refusesAPhoneCodeThatIsUsedOrMadeUp() {
        var guest = door.stranger();
        guest.logInToMiniProgram();
        var code = guest.phoneCode();
        guest.join(",\"phoneCode\":\"" + code + "\"");
        var other = door.stranger();
        other.logInToMiniProgram();

        assertThat(other.join(",\"phoneCode\":\"" + code + "\"").code()).startsWith("login.code-");
        assertRefused(other.join(",\"phoneCode\":\"nonsense\""), 400, "login.code-invalid");
        assertRefused(other.join(",\"phoneCode\":\"a b&c=d\""), 400, "login.code-invalid");
    }

    @Test
    void refusesALoginCodeThatIsUsedMadeUpOrOfAnotherKind() {
        var guest = door.stranger();
        var code = guest.loginCode();
        assertThat(guest.logInToMiniProgram(code).status()).isEqualTo(200);

        assertRefused(guest.logInToMiniProgram(code), 400, "login.code-used");
        assertRefused(guest.logInToMiniProgram("nonsense"), 400, "login.code-invalid");
        assertRefused(guest.logInToMiniProgram(guest.phoneCode()), 400, "login.code-invalid");
        assertRefused(guest.logInToMiniProgram(""), 400, "login.code-invalid");
    }

    @Test
    void refusesAnAccountThatIsNotOurs() {
        var body = "{\"appid\":\"wx0000000000000000\",\"code\":\"" + member.loginCode() + "\"}";

        assertRefused(member.browse("POST", "/api/sessions/mini", body), 404, "wechat.unknown-account");
        assertRefused(door.get("/oauth/wx0000000000000000?to=/h5/"), 404, "wechat.unknown-account");
        assertRefused(door.get("/oauth/" + Guest.MINI + "?to=/h5/"), 404, "wechat.unknown-account");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil",
                "//evil",
                "/\\evil",
                "/h5/../console",
                "/h5/%2e%2e/x",
                "/api/me",
                "javascript:alert(1)",
                "/h5/?x=\nSet-Cookie:a=b",
                "/h5evil"
            })
    void refusesToLeadAnywhereButToOurOwnPages(String to) {
        assertRefused(door.get("/oauth/" + Guest.OFFICIAL + "?to=" + Guest.encoded(to)), 400, "oauth.foreign-target");
    }

    @Test
    void refusesALoginThatAnotherBrowserBegan() {
        var guest = door.stranger();
        var begun = guest.browse("GET", "/oauth/" + Guest.OFFICIAL + "?to=%2Fh5%2F", null);
        var back = guest.act("authorize", "{\"url\":\"" + begun.header("Location") + "\"}")
                .at("/location");

        assertRefused(door.get(back), 403, "oauth.bad-state");
        assertRefused(door.get("/oauth/" + Guest.OFFICIAL + "/return?code=1&state=2"), 403, "oauth.bad-state");
        assertRefused(door.get("/oauth/" + Guest.OFFICIAL + "/return"), 403, "oauth.bad-state");
        assertThat(guest.browse("GET", back, null).header("Location")).isEqualTo("/h5/");
        assertRefused(guest.browse("GET", back, null), 403, "oauth.bad-state");
    }

    @ParameterizedTest
    @ValueSource(strings = {"points", "level", "merchantId", "state", "memberId", "number", "balanceFen"})
    void refusesFieldsThatAreNotTheCallersToSet(String field) {
        var more = "\"" + field + "\":999999";

        assertRefused(member.call("PATCH", "/api/me", "{" + more + "}"), 400, "request.malformed");
        assertRefused(member.join("," + more), 400, "request.malformed");
        assertRefused(
                member.call("POST", "/api/me/check-ins/make-up", "{\"day\":\"2026-11-01\"," + more + "}"),
                400,
                "request.malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"\"",
                "{",
                "{\"day\":}",
                "{\"day\":null}",
                "{}",
                "{\"day\":\"2026-02-31\"}",
                "{\"day\":\"tomorrow\"}",
                "{\"day\":20261101}",
                "{\"day\":1e999}",
                "{\"day\":{\"$type\":\"java.lang.Runtime\"}}"
            })
    void refusesAMakeUpOfNoDay(String body) {
        assertRefused(member.call("POST", "/api/me/check-ins/make-up", body), 400, "request.malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "2026", "x", "-1", "999999999-01", "2026-11-01", "２０２６-11"})
    void refusesAMonthThatIsNone(String month) {
        assertRefused(member.get("/api/me/check-ins?month=" + Guest.encoded(month)), 400, "request.malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01", "9999-12", "1970-01"})
    void answersMonthsLongAgoAndFarAhead(String month) {
        var answer = member.get("/api/me/check-ins?month=" + month);

        assertThat(answer.status()).as(answer.toString()).isIn(200, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.0", "1e3", "99999999999999999999", "１", "' OR 1=1 --", "-"})
    void refusesACursorThatLeadsNowhere(String cursor) {
        assertRefused(member.get("/api/me/points?cursor=" + Guest.encoded(cursor)), 400, "ledger.bad-cursor");
    }

    @Test
    void refusesTheLargeAndTheDeep() {
        var large = "{\"nickname\":\"" + "长".repeat(400_000) + "\"}";
        var deep = "{\"profile\":" + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000) + "}";
        var longNumber = "{\"dates\":[{\"month\":" + "9".repeat(100_000) + ",\"day\":1}]}";

        assertRefused(member.call("PATCH", "/api/me", large), 413, "request.too-large");
        assertRefused(member.call("PATCH", "/api/me", deep), 400, "request.malformed");
        assertRefused(member.call("PATCH", "/api/me", longNumber), 400, "request.malformed");
    }

    @Test
    void refusesWhatIsNoJsonAndWhatIsNoWayToAsk() {
        var headers = member.bearer(member.session());
        headers.put("Content-Type", "text/plain");

        assertRefused(door.call("PATCH", "/api/me", headers, "{}"), 415, "request.unsupported-type");
        assertRefused(member.call("PUT", "/api/me", "{}"), 405, "request.method-not-allowed");
        assertRefused(member.get("/api/me/nothing"), 404, "request.not-found");
    }

    @Test
    void refusesAChangeThatAnotherSitesPageAsksFor() {
        var headers = Map.of("Cookie", "shuke_session=" + member.session(), "Origin", "https://evil.example");

        assertRefused(door.call("POST", "/api/me/check-ins", headers, null), 403, "session.foreign-origin");
        assertRefused(door.call("DELETE", "/api/me", headers, null), 403, "session.foreign-origin");
    }

    @Test
    void absurdNumbersChangeNothing() {
        for (var number :
                List.of("-1", "0", "2147483648", "9223372036854775808", "1e3", "1.5", "\"1.0\"", "NaN", "１")) {
            var answer =
                    member.call("PATCH", "/api/me", "{\"dates\":[{\"month\":" + number + ",\"day\":" + number + "}]}");

            assertThat(answer.status()).as(number + ": " + answer).isEqualTo(400);
        }
        assertThat(member.get("/api/me").json().path("dates")).isEmpty();
    }
}

package io.shuke.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.OpenShop;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The owner connects his accounts and is told of each step what is wrong with it. */
@OpenShop
class WechatAccountIT {

    private static final String ACCOUNTS = "/console/api/wechat-accounts";
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    private final Door door;
    private Map<String, String> owner = Map.of();

    WechatAccountIT(@LocalServerPort int port) {
        this.door = new Door(port);
    }

    @BeforeEach
    void signIn() {
        owner = session("OWNER");
    }

    private Map<String, String> session(String role) {
        for (var login : door.get("/sim/api/shop").json().path("console")) {
            if (login.path("role").asString("").equals(role)) {
                var answer = door.call("POST", "/console/api/sessions", Map.of(), """
                        {"account":"%s","password":"%s"}""".formatted(
                                login.path("account").asString(""),
                                login.path("password").asString("")));
                return Map.of("Cookie", answer.header("Set-Cookie").split(";")[0], "X-CSRF-Token", answer.at("/csrf"));
            }
        }
        throw new AssertionError("nobody is " + role);
    }

    @Test
    void eachStepOfTheDemoShopsAccountsIsWell() {
        for (var which : new String[] {"officialAccount", "miniProgram"}) {
            var appid = door.get("/sim/api/shop").at("/" + which + "/appid");

            var steps = check(appid);

            assertThat(steps.findValuesAsString("name")).contains("token", "callback", "templates");
            assertThat(steps).as(steps.toString()).allMatch(step -> step.path("good")
                    .asBoolean());
        }
    }

    @Test
    void secretsAreNeverShownAgain() {
        var official = door.get("/sim/api/shop").json().path("officialAccount");

        var shown = door.call("GET", ACCOUNTS, owner, null);

        assertThat(shown.text())
                .contains(official.path("appid").asString(""))
                .doesNotContain(official.path("token").asString("-"))
                .doesNotContain(official.path("aesKey").asString("-"));
        assertThat(door.call("GET", ACCOUNTS, session("MANAGER"), null).status())
                .isEqualTo(403);
    }

    @Test
    void aWrongSecretAndAStrangersAccountAreTold() {
        var appid = "wxzz0123456789abcd";
        var keys = """
                {"kind":"OFFICIAL","name":"新号","secret":"0123456789abcdef0123456789abcdef","token":"tokenOfANewAccount","aesKey":"%s"}""".formatted(KEY);
        assertThat(door.call("PUT", ACCOUNTS + "/" + appid, owner, keys).status())
                .isEqualTo(200);

        door.call("POST", "/sim/api/faults", Map.of(), """
                {"path":"/cgi-bin/stable_token","errcode":40125,"times":20}""");
        var token = check(appid).get(0);
        door.call("DELETE", "/sim/api/faults", Map.of(), null);
        assertThat(token.path("good").asBoolean()).isFalse();
        assertThat(token.path("text").asString("")).startsWith("AppSecret 不对");

        assertThat(door.call("PUT", ACCOUNTS + "/" + appid, owner, "{\"kind\":\"MINI\"}")
                        .at("/code"))
                .isEqualTo("wechat.account-taken");
        assertThat(door.call("PUT", ACCOUNTS + "/" + appid, owner, "{\"aesKey\":\"short\"}")
                        .at("/code"))
                .isEqualTo("wechat.account-malformed");
        assertThat(door.call("POST", ACCOUNTS + "/wxnobody000000/checks", owner, "{}")
                        .status())
                .isEqualTo(404);
    }

    private JsonNode check(String appid) {
        return door.call("POST", ACCOUNTS + "/" + appid + "/checks", owner, "{}")
                .json()
                .path("items");
    }
}

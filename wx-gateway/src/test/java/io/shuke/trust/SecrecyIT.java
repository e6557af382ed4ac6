package io.shuke.trust;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.OpenShop;
import io.shuke.journey.Door;
import io.shuke.journey.Guest;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** What nobody but the person and WeChat may know is in no log, in no cache and in no error. */
@OpenShop
@ExtendWith(OutputCaptureExtension.class)
class SecrecyIT {

    private final Door door;

    @Autowired
    RedisConnectionFactory redis;

    @Autowired
    Channels channels;

    @Autowired
    Jdbc jdbc;

    SecrecyIT(@LocalServerPort int port) {
        this.door = new Door(port);
    }

    @Test
    void aJourneyWithItsMishapsLeavesNoSecretBehind(CapturedOutput output) {
        var secrets = new ArrayList<String>();
        var errors = new ArrayList<String>();
        jdbc.forAll(channels::all)
                .forEach(channel ->
                        secrets.addAll(List.of(channel.secret(), channel.callbackToken(), channel.callbackKey())));

        for (int n = 0; n < 5; n++) {
            live(door.stranger(), secrets, errors);
        }

        assertThat(output.getAll()).doesNotContain(secrets);
        assertThat(String.join("\n", errors)).isNotEmpty().doesNotContain(secrets);
        assertThat(inRedis()).isNotEmpty().doesNotContain(secrets);
    }

    private void live(Guest guest, List<String> secrets, List<String> errors) {
        secrets.addAll(List.of(guest.openid(Guest.OFFICIAL), guest.openid(Guest.MINI), guest.unionid(), guest.phone()));
        guest.scan("store-1");
        guest.act("say", "{\"text\":\"会员\"}");
        guest.logIn();
        secrets.add(guest.session());
        errors.add(guest.get("/api/me").text());
        var code = guest.loginCode();
        secrets.add(guest.logInToMiniProgram(code).at("/token"));
        errors.add(guest.logInToMiniProgram(code).text());
        secrets.add(code);
        guest.logInToMiniProgram();
        var phoneCode = guest.phoneCode();
        secrets.add(phoneCode);
        guest.join(",\"phoneCode\":\"" + phoneCode + "\"");
        secrets.add(guest.session());
        guest.checkIn();
        guest.get("/api/me/check-ins");
        secrets.add(guest.get("/api/me/card").at("/code/value"));
        errors.add(guest.join(",\"phoneCode\":\"" + phoneCode + "\",\"birthday\":\"" + guest.phone() + "\"")
                .text());
        errors.add(guest.call("PATCH", "/api/me", "{\"" + guest.phone() + "\":\"" + guest.openid(Guest.MINI) + "\"}")
                .text());
        errors.add(guest.call("PATCH", "/api/me", "{\"birthday\":{\"a\":\"" + guest.phone() + "\"}}")
                .text());
        errors.add(door.call("GET", "/api/me", guest.bearer(guest.session() + "x"), null)
                .text());
        guest.act("events", "{\"event\":\"user_authorization_revoke\"}");
        guest.act("unfollow", "{}");
        guest.act("say", "{\"text\":\"" + guest.phone() + "\",\"delivery\":{\"wrongSignature\":true}}");
    }

    private String inRedis() {
        var all = new StringBuilder();
        try (var connection = redis.getConnection()) {
            for (var key : connection.keyCommands().keys("*".getBytes(StandardCharsets.UTF_8))) {
                all.append(new String(key, StandardCharsets.ISO_8859_1)).append('\n');
                if (connection.keyCommands().type(key) == DataType.STRING) {
                    all.append(new String(
                                    requireNonNull(connection.stringCommands().get(key)), StandardCharsets.ISO_8859_1))
                            .append('\n');
                }
            }
        }
        return all.toString();
    }
}

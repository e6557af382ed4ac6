package io.shuke.journey;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shuke.OpenShop;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Members;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** People who stop following, take their permission back, or go. */
@OpenShop
class GoodbyeIT {

    private static final MerchantId SHOP = new MerchantId(1);

    private final Door door;

    @Autowired
    Members members;

    @Autowired
    Jdbc jdbc;

    @Autowired
    JdbcTemplate database;

    GoodbyeIT(@LocalServerPort int port) {
        this.door = new Door(port);
    }

    @Test
    void whoStopsFollowingIsNoFollowerAnyMoreButStaysAMember() {
        var guest = door.stranger();
        guest.scan("store-1");
        guest.logIn();
        guest.join();
        await().atMost(5, SECONDS).until(() -> following(guest));

        guest.act("unfollow", "{}");

        await().atMost(5, SECONDS).until(() -> !following(guest));
        assertThat(guest.get("/api/me/card").status()).isEqualTo(200);
    }

    private boolean following(Guest guest) {
        return jdbc.within(SHOP, () -> members.following(new Identity(Guest.OFFICIAL, guest.openid(Guest.OFFICIAL))));
    }

    @Test
    void whoTakesHisPermissionBackIsForgottenByWechatsNamesButFindsHisPointsWhenHeConsentsAgain() {
        var guest = door.member();
        var number = guest.get("/api/me").at("/number");
        guest.checkIn();
        var member = Long.parseLong(guest.get("/api/me").at("/id"));
        assertThat(openSubjects(member)).isPositive();

        guest.act("events", "{\"event\":\"user_authorization_revoke\"}");

        await().atMost(5, SECONDS).until(() -> openSubjects(member) == 0);
        guest.logIn();
        assertThat(guest.get("/api/me").code()).isIn("session.not-joined", "membership.withdrawn");
        var again = guest.join();
        assertThat(again.at("/number")).isEqualTo(number);
        assertThat(guest.get("/api/me/card").json().path("points").asInt()).isEqualTo(5);
    }

    private long openSubjects(long member) {
        var count = database.queryForObject(
                "SELECT COUNT(*) FROM member_identity WHERE merchant_id = 1 AND member_id = ? AND subject IS NOT NULL",
                Long.class,
                member);
        return count == null ? 0 : count;
    }

    @Test
    void whoDeregistersIsSignedOutEverywhereAndMayComeBackAsSomebodyNew() {
        var guest = door.member();
        guest.logInToMiniProgram();
        var before = guest.get("/api/me").at("/number");
        guest.checkIn();

        assertThat(guest.call("DELETE", "/api/me", null).status()).isEqualTo(204);

        await().atMost(5, SECONDS).untilAsserted(() -> {
            assertThat(guest.get("/api/me").code()).isEqualTo("session.ended");
            assertThat(guest.browse("GET", "/api/me", null).code()).isEqualTo("session.ended");
        });
        assertThat(guest.logInToMiniProgram().json().path("member").isNull()).isTrue();
        var again = guest.join();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.at("/number")).isNotEqualTo(before);
        assertThat(guest.get("/api/me/card").json().path("points").asInt()).isZero();
    }

    @Test
    void theExportHoldsWhatTheMemberToldAndDid() {
        var guest = door.stranger();
        guest.logIn();
        guest.join(",\"nickname\":\"小周\",\"birthday\":\"1990-05-17\"");
        var day = guest.checkIn().at("/day");

        var export = guest.get("/api/me/export");

        assertThat(export.status()).isEqualTo(200);
        assertThat(export.header("Content-Disposition")).startsWith("attachment");
        assertThat(export.text())
                .contains("小周", "1990-05-17", "\"v1\"", "check-in:" + day)
                .doesNotContain(guest.openid(Guest.OFFICIAL), guest.unionid());
        assertThat(export.json().path("parts").propertyNames()).contains("points", "check-ins");
    }

    @Test
    void thePersonWhomWechatDoesNotNameIsBoundToNobody() {
        var guest = door.stranger();
        var begun = guest.browse("GET", "/oauth/" + Guest.OFFICIAL + "?to=%2Fh5%2F", null);

        var back = guest.act("authorize", "{\"snapshot\":true,\"url\":\"" + begun.header("Location") + "\"}");
        var arrived = guest.browse("GET", back.at("/location"), null);

        assertThat(arrived.header("Location")).isEqualTo("/h5/?snapshot=1");
        assertThat(guest.session()).isEmpty();
        assertThat(guest.get("/api/me").code()).isEqualTo("session.missing");
    }
}

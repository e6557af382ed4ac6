package io.shuke.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shuke.OpenShop;
import io.shuke.Wire;
import io.shuke.journey.Answer;
import io.shuke.journey.Door;
import io.shuke.journey.Guest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database is away: nobody waits long, nothing that was acknowledged is lost. */
@OpenShop
class DatabaseAwayIT {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Door door;
    private final Door management;

    @Autowired
    @Qualifier("databaseWire")
    Wire wire;

    @Autowired
    JdbcTemplate database;

    DatabaseAwayIT(@LocalServerPort int port, @LocalManagementPort int management) {
        this.door = new Door(port);
        this.management = new Door(management);
    }

    @AfterEach
    void mend() {
        wire.mend();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> door.get("/api/shop?merchant=1").status() == 200);
    }

    @Test
    void forSixSecondsNobodyWaitsAndNothingIsLost() {
        awayFor(Duration.ofSeconds(6));
    }

    @Test
    @Tag("slow")
    void forThirtySecondsNobodyWaitsAndNothingIsLost() {
        awayFor(Duration.ofSeconds(30));
    }

    private void awayFor(Duration time) {
        var member = door.member();
        var regular = door.member();
        regular.checkIn();
        var followers = new ArrayList<Guest>();
        var messages = messages();
        wire.cut();

        var until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            assertBusy(member, "POST", "/api/me/check-ins");
            assertBusy(member, "DELETE", "/api/me");
            assertBusy(member, "GET", "/api/me/card");
            assertThat(regular.checkIn().status())
                    .as("known without the database")
                    .isEqualTo(200);
            followers.add(follow());
        }
        wire.mend();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(member.checkIn().status()).isIn(200, 201));
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        management.get("/actuator/health/readiness").status())
                .isEqualTo(200));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(messages() - messages).isEqualTo(followers.size()));
        assertThat(member.get("/api/me/points").json().path("items")).hasSize(1);
    }

    private void assertBusy(Guest member, String method, String path) {
        var began = System.nanoTime();
        var answer = member.call(method, path, null);
        var took = Duration.ofNanos(System.nanoTime() - began);

        assertThat(answer.code()).as(answer.toString()).isEqualTo("request.busy");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(took).as(method + " " + path).isLessThan(SOON);
    }

    /** The simulator plays WeChat; its own accounts are remembered, so it can do so without our database. */
    private Guest follow() {
        var guest = door.stranger();
        var seen = guest.scan("store-1");
        assertThat(seen.at("/callback/state")).as(seen.toString()).isEqualTo("DELIVERED");
        assertThat(seen.json().path("callback").path("attempts")).hasSize(1);
        return guest;
    }

    private long messages() {
        var count = database.queryForObject("SELECT COUNT(*) FROM inbox WHERE merchant_id = 1", Long.class);
        return count == null ? 0 : count;
    }

    @Test
    void aDatabaseThatDoesNotAnswerHoldsUpNobodyElse() {
        var member = door.member();
        member.checkIn();
        wire.hold();

        var answers = new ArrayList<Answer>();
        for (int n = 0; n < 3; n++) {
            answers.add(member.checkIn());
            answers.add(door.get("/h5/"));
        }

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(List.of(management.get("/actuator/health/liveness").status()))
                .containsOnly(200);
    }
}

package io.shuke.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.OpenShop;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A stranger becomes a member and checks in. */
@OpenShop
class FirstVisitIT {

    private final Door door;

    FirstVisitIT(@LocalServerPort int port) {
        this.door = new Door(port);
    }

    @Test
    void whoScansTheStoresCodeIsWelcomedWithTheWayToHisCard() {
        var guest = door.stranger();

        var seen = guest.scan("store-1");

        assertThat(seen.at("/callback/state")).isEqualTo("DELIVERED");
        assertThat(seen.at("/callback/attempts/0/answer")).contains("\"MsgType\":\"news\"");
        assertThat(seen.text()).contains("欢迎光临老街面馆·解放路店");
        var welcome = news(guest);
        assertThat(welcome.path("title").asString("")).isEqualTo("欢迎光临老街面馆·解放路店");
        var arrived = guest.follow(welcome.path("url").asString(""));
        assertThat(arrived.header("Location")).isEqualTo("/h5/?shop=1&scene=store-1");
        assertThat(guest.session()).isNotEmpty();
    }

    @Test
    void whoFollowsAlreadyIsWelcomedAtTheOtherStoreToo() {
        var guest = door.stranger();
        guest.scan("store-1");

        guest.scan("store-2");

        assertThat(news(guest).path("title").asString("")).isEqualTo("欢迎光临老街面馆·大学城店");
    }

    private JsonNode news(Guest guest) {
        var messages = door.get("/sim/api/people/" + guest.id() + "/messages").json();
        for (var message : messages.path("items")) {
            if (message.path("kind").asString("").equals("NEWS")) {
                return message;
            }
        }
        throw new AssertionError("no welcome in " + messages);
    }

    @Test
    void theStrangerSignsInJoinsAndSeesHisCard() {
        var guest = door.stranger();

        assertThat(guest.get("/api/me").code()).isEqualTo("session.missing");
        guest.logIn();
        assertThat(guest.get("/api/me").code()).isEqualTo("session.not-joined");
        var joined = guest.join(",\"nickname\":\"小周\",\"birthday\":\"1990-05-17\",\"scene\":\"store-1\"");
        var again = guest.join(",\"nickname\":\"别人\"");

        assertThat(joined.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(joined.json());
        assertThat(guest.get("/api/me").json()).isEqualTo(joined.json());
        assertThat(joined.at("/nickname")).isEqualTo("小周");
        assertThat(joined.at("/birthday")).isEqualTo("1990-05-17");
        assertThat(joined.at("/id")).matches("[0-9]+");
        var card = guest.get("/api/me/card");
        assertThat(card.at("/number")).isEqualTo(joined.at("/number"));
        assertThat(card.json().path("points").asLong()).isZero();
        assertThat(card.at("/code/value")).isNotEmpty();
        var code = guest.get("/api/me/card/code");
        assertThat(code.at("/qrSvg")).startsWith("<svg");
        assertThat(code.at("/barcodeSvg")).startsWith("<svg");
    }

    @Test
    void checkingInPaysOnceADay() {
        var member = door.member();

        var first = member.checkIn();
        var second = member.checkIn();
        var third = member.checkIn();

        assertThat(first.status()).isEqualTo(201);
        assertThat(List.of(second.status(), third.status())).containsOnly(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(third.body()).isEqualTo(first.body());
        assertThat(first.json().path("streak").asInt()).isEqualTo(1);
        assertThat(first.json().path("points").asInt()).isEqualTo(5);
        assertThat(first.at("/rewards/0/kind")).isEqualTo("POINTS");
    }

    @Test
    void theMonthAndThePointsTellOfTheCheckIn() {
        var member = door.member();
        var day = member.checkIn().at("/day");

        var month = member.get("/api/me/check-ins?month=" + YearMonth.from(LocalDate.parse(day)))
                .json();
        var points = member.get("/api/me/points").json();

        assertThat(month.path("days").toString()).isEqualTo("[\"" + day + "\"]");
        assertThat(month.path("today").asString("")).isEqualTo(day);
        assertThat(month.path("checkedInToday").asBoolean()).isTrue();
        assertThat(month.path("streak").asInt()).isEqualTo(1);
        assertThat(month.path("plan").get(0).path("daysLeft").asInt()).isEqualTo(2);
        var entry = points.path("items").get(0);
        assertThat(entry.path("text").asString("")).isEqualTo("签到 +5");
        assertThat(entry.path("change").asInt()).isEqualTo(5);
        assertThat(entry.path("balance").asInt()).isEqualTo(5);
        assertThat(entry.path("reference").asString("")).isEqualTo("check-in:" + day);
        assertThat(points.path("next").isNull()).isTrue();
    }

    @Test
    void twoHundredTapsAtOnceAreOneCheckIn() {
        var member = door.member();

        var taps =
                IntStream.range(0, 200)
                        .mapToObj(tap -> member.send("POST", "/api/me/check-ins", null))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(taps).extracting(Answer::status).containsOnly(201, 200);
        assertThat(taps).filteredOn(tap -> tap.status() == 201).hasSize(1);
        assertThat(taps.stream()
                        .filter(tap -> tap.status() < 300)
                        .map(Answer::text)
                        .distinct())
                .hasSize(1);
        assertThat(member.get("/api/me/points").json().path("items")).hasSize(1);
    }

    @Test
    void theSamePersonInTheMiniProgramIsTheSameMember() {
        var guest = door.member();
        var me = guest.get("/api/me").json();
        var first = guest.checkIn();

        var session = guest.logInToMiniProgram();

        assertThat(session.status()).isEqualTo(200);
        assertThat(session.json().path("member")).isEqualTo(me);
        assertThat(session.json().path("expiresIn").asLong()).isPositive();
        assertThat(guest.get("/api/me").json()).isEqualTo(me);
        assertThat(guest.checkIn().body()).isEqualTo(first.body());
    }

    @Test
    void whoComesThroughTheMiniProgramFirstIsTheSameMemberInTheBrowser() {
        var guest = door.stranger();
        assertThat(guest.logInToMiniProgram().json().path("member").isNull()).isTrue();
        var joined = guest.join();
        assertThat(joined.status()).isEqualTo(201);

        guest.scan("store-1");
        guest.logIn();

        assertThat(guest.browse("GET", "/api/me", null).json()).isEqualTo(joined.json());
    }

    @Test
    void thePhoneIsGivenByCodeAndShownMasked() {
        var guest = door.stranger();
        guest.logInToMiniProgram();

        var joined = guest.join(",\"phoneCode\":\"" + guest.phoneCode() + "\"");

        assertThat(joined.status()).isEqualTo(201);
        assertThat(joined.at("/phone"))
                .isEqualTo(
                        guest.phone().substring(0, 3) + "****" + guest.phone().substring(7));
    }
}

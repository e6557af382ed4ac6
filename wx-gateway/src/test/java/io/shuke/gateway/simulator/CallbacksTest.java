package io.shuke.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.gateway.simulator.DoorEndpoint.Posted;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What arrives at the door when somebody acts. */
@SimulatorTest
class CallbacksTest {

    private final WebTestClient web;
    private final People people;
    private final Phones phones;
    private final DoorEndpoint door;
    private Person person;

    CallbacksTest(
            @LocalServerPort int port,
            @Autowired People people,
            @Autowired Phones phones,
            @Autowired DoorEndpoint door) {
        this.web = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .build();
        this.people = people;
        this.phones = phones;
        this.door = door;
        this.person = people.person("1");
    }

    @BeforeEach
    void begin() {
        door.reset();
        person = people.add("回调里的人");
    }

    @Test
    void aFirstScanIsASubscriptionThroughTheScene() {
        act("scan", Map.of("scene", "store-1"));

        var posted = only();
        assertThat(posted.query().toSingleValueMap())
                .containsKeys("signature", "timestamp", "nonce", "openid", "msg_signature")
                .containsEntry("encrypt_type", "aes");
        assertThat(open(posted))
                .containsEntry("MsgType", "event")
                .containsEntry("Event", "subscribe")
                .containsEntry("EventKey", "qrscene_store-1")
                .containsEntry("FromUserName", person.openid(Given.OFFICIAL))
                .containsKeys("Ticket", "CreateTime", "ToUserName");
    }

    @Test
    void aSecondScanIsAScan() {
        people.follow(Given.OFFICIAL, person, "");
        act("scan", Map.of("scene", "store-2"));

        assertThat(open(only())).containsEntry("Event", "SCAN").containsEntry("EventKey", "store-2");
    }

    @Test
    void anEncryptedAnswerAppearsOnThePhone() {
        door.answer = posted -> Mono.just(ResponseEntity.ok(passive(Given.KEY, "欢迎光临巷口小馆")));
        var seen = act("follow", Map.of());

        assertThat(seen.path("messages").path(0).path("text").asString("")).isEqualTo("欢迎光临巷口小馆");
        assertThat(seen.path("messages").path(1).path("kind").asString("")).isEqualTo("NOTICE");
        assertThat(seen.path("callback").path("state").asString("")).isEqualTo("DELIVERED");
    }

    @Test
    void anAnswerThatCannotBeReadIsAServiceOutOfOrder() {
        door.answer = posted -> Mono.just(ResponseEntity.ok(passive(Given.OLD_KEY, "谁看得懂")));
        act("follow", Map.of());

        assertThat(phones.messages(person).get(0).text()).contains("服务出现故障");
    }

    @Test
    void copiesArriveTogether() {
        act("follow", Map.of("delivery", Map.of("copies", 3)));

        assertThat(door.all()).hasSize(3);
        assertThat(nonces()).hasSize(3);
    }

    @Test
    void aRecordingIsTheSameBytesAgain() {
        act("follow", Map.of("delivery", Map.of("copies", 3, "identical", true)));

        assertThat(door.all()).hasSize(3);
        assertThat(nonces()).hasSize(1);
    }

    @Test
    void whatIsHeldArrivesAfterTheNext() {
        act("follow", Map.of("delivery", Map.of("hold", true)));
        act("unfollow", Map.of());

        assertThat(door.all())
                .extracting(posted -> open(posted).get("Event"))
                .containsExactly("unsubscribe", "subscribe");
    }

    @Test
    void theKeyBeforeTheCurrentOneIsUsedOnRequest() {
        act("follow", Map.of("delivery", Map.of("previousKey", true)));

        var sealed = Xml.read(only().body()).getOrDefault("Encrypt", "");
        assertThat(new Crypt(Given.OLD_KEY).open(sealed).message()).contains("subscribe");
    }

    @Test
    void aWrongSignatureIsWrongInBothPlaces() {
        act("follow", Map.of("delivery", Map.of("wrongSignature", true)));

        var query = only().query().toSingleValueMap();
        assertThat(query.get("signature"))
                .isNotEqualTo(Crypt.signature(
                        "token-official", query.getOrDefault("timestamp", ""), query.getOrDefault("nonce", "")));
    }

    @Test
    void aForeignMessageNamesAnotherAccountInside() {
        act("follow", Map.of("delivery", Map.of("foreign", true)));

        var sealed = Xml.read(only().body()).getOrDefault("Encrypt", "");
        assertThat(new Crypt(Given.KEY).open(sealed).appid()).isNotEqualTo(Given.OFFICIAL);
    }

    @Test
    void plainModeCarriesNothingSealed() {
        act("follow", Map.of("delivery", Map.of("mode", "plain")));

        assertThat(only().query()).doesNotContainKey("msg_signature");
        assertThat(Xml.read(only().body())).containsEntry("Event", "subscribe");
    }

    @Test
    void aMiniProgramMayBeToldInJson() {
        act("subscribe", Map.of("templateIds", new String[] {"tpl-points"}, "delivery", Map.of("json", true)));

        var posted = only();
        assertThat(posted.appid()).isEqualTo(Given.MINI);
        assertThat(posted.type()).startsWith("application/json");
        var message = Json.read(new Crypt(Given.KEY)
                .open(Json.read(posted.body()).path("Encrypt").asString(""))
                .message());
        assertThat(message.path("Event").asString("")).isEqualTo("subscribe_msg_popup_event");
        assertThat(message.path("List").path("SubscribeStatusString").asString(""))
                .isEqualTo("accept");
    }

    @Test
    void twoResultsArriveWithinOneSecond() {
        act("events", Map.of("event", "two-sent"));
        waitUntil(() -> door.all().size() == 2);

        assertThat(door.all())
                .extracting(posted -> open(posted).get("CreateTime"))
                .containsOnly(open(door.all().get(0)).get("CreateTime"));
        assertThat(door.all())
                .extracting(posted -> open(posted).get("SubscribeMsgSentEvent/List/TemplateId"))
                .containsExactlyInAnyOrder("tpl-points", "tpl-coupon");
    }

    @Test
    void theEventWithBlanksIsSentAsInWechatsOwnSample() {
        act("events", Map.of("event", "whitespace"));

        assertThat(open(only())).containsEntry("Event", " user_get_card ");
    }

    @Test
    void theDoorIsAskedForItsEcho() {
        web.post()
                .uri("/sim/api/accounts/{appid}/verify", Given.OFFICIAL)
                .exchange()
                .expectBody()
                .jsonPath("$.verified")
                .isEqualTo(true);
    }

    private JsonNode act(String act, Map<String, Object> wish) {
        var seen = web.post()
                .uri("/sim/api/people/{id}/" + act, person.id())
                .bodyValue(wish)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Json.read(seen == null ? "" : seen);
    }

    private Posted only() {
        assertThat(door.all()).hasSize(1);
        return door.all().get(0);
    }

    private Set<String> nonces() {
        return door.all().stream()
                .map(posted -> String.valueOf(posted.query().getFirst("nonce")))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> open(Posted posted) {
        var sealed = Xml.read(posted.body()).getOrDefault("Encrypt", "");
        return Xml.read(new Crypt(Given.KEY).open(sealed).message());
    }

    private String passive(String key, String text) {
        var message =
                Xml.write(Json.of("ToUserName", person.openid(Given.OFFICIAL), "MsgType", "text", "Content", text));
        var sealed = new Crypt(key).seal(new byte[16], message, Given.OFFICIAL);
        return Xml.write(Json.of(
                "Encrypt",
                sealed,
                "MsgSignature",
                Crypt.signature("token-official", "1", "2", sealed),
                "TimeStamp",
                1,
                "Nonce",
                "2"));
    }

    private static void waitUntil(BooleanSupplier reached) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(reached::getAsBoolean);
    }
}

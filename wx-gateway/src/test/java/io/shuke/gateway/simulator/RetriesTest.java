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
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** A door that does not answer as it should. */
@SimulatorTest
@TestPropertySource(properties = "shuke.simulator.patience=1s")
class RetriesTest {

    private final WebTestClient web;
    private final People people;
    private final Phones phones;
    private final DoorEndpoint door;
    private Person person;

    RetriesTest(
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
    void aDoorThatStaysShutIsTriedThreeTimesWithTheSameMessage() {
        people.follow(Given.OFFICIAL, person, "");
        door.answer = posted -> Mono.just(ResponseEntity.internalServerError().build());
        act("say", "{\"text\":\"在吗\"}");
        waitUntil(() -> door.all().size() == 3);

        assertThat(door.all())
                .extracting(posted -> open(posted).get("MsgId"))
                .containsOnly(open(door.all().get(0)).get("MsgId"));
        assertThat(nonces()).hasSize(3);
        waitUntil(() -> phones.messages(person).get(0).text().contains("服务出现故障"));
    }

    @Test
    void aDoorThatIsTooSlowIsAskedAgain() {
        door.answer = posted -> Mono.delay(Duration.ofMillis(door.all().size() == 1 ? 5000 : 0))
                .thenReturn(ResponseEntity.ok("success"));
        act("follow", "{}");
        waitUntil(() -> door.all().size() > 1);
    }

    private void act(String act, String wish) {
        web.post()
                .uri("/sim/api/people/{id}/" + act, person.id())
                .bodyValue(wish)
                .exchange()
                .expectStatus()
                .isOk();
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

    private static void waitUntil(BooleanSupplier reached) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(reached::getAsBoolean);
    }
}

package io.shuke.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.OpenShop;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

@OpenShop
class FirstAnswersIT {

    private static final MerchantId SHOP = new MerchantId(1);
    private static final Map<String, Object> BODY = Map.of("amount", 5);

    @Autowired
    FirstAnswers answers;

    @Autowired
    Jdbc jdbc;

    @Autowired
    Ids ids;

    @Autowired
    JdbcTemplate database;

    @Test
    void aHundredOfOneKeyDoTheWorkOnceAndAreAnsweredAlike() {
        var key = "k" + ids.next();

        var all = IntStream.range(0, 100)
                .mapToObj(n -> jdbc.call(SHOP, () -> answers.once(asked(key, BODY), HttpStatus.CREATED, ids::next))
                        .toFuture())
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(all).extracting(ResponseEntity::getStatusCode).containsOnly(HttpStatus.CREATED);
        assertThat(all.stream().map(FirstAnswersIT::text).distinct()).hasSize(1);
        assertThat(askedTimes(key)).isEqualTo(100);
    }

    @Test
    void anAnswerIsKeptSealed() {
        var key = "k" + ids.next();

        once(key, BODY, () -> Map.of("nickname", "CANARY-阿强"));

        assertThat(text(once(key, BODY, () -> "anything else"))).contains("CANARY-阿强");
        var kept =
                database.queryForObject("SELECT body FROM first_answer WHERE idempotency_key = ?", byte[].class, key);
        assertThat(new String(kept == null ? new byte[0] : kept, StandardCharsets.UTF_8))
                .isNotEmpty()
                .doesNotContain("CANARY");
    }

    @Test
    void theSameKeyForAnotherBodyOrDoorIsRefused() {
        var key = "k" + ids.next();
        once(key, BODY, () -> 1);

        assertThatThrownBy(() -> once(key, Map.of("amount", 6), () -> 2)).hasMessage("request.idempotency-mismatch");
        var elsewhere = Repeatable.of(
                MockServerHttpRequest.post("/other")
                        .header(Repeatable.HEADER, key)
                        .build(),
                "till:1",
                BODY);
        assertThatThrownBy(() -> jdbc.within(SHOP, () -> answers.once(elsewhere, HttpStatus.CREATED, () -> 2)))
                .hasMessage("request.idempotency-mismatch");
    }

    @Test
    void twoCallersMayUseTheSameKey() {
        var key = "k" + ids.next();
        once(key, BODY, () -> 1);

        var other = new Repeatable("till:2", key, "POST /door", BODY);

        assertThat(text(jdbc.within(SHOP, () -> answers.once(other, HttpStatus.OK, () -> 2))))
                .isEqualTo("2");
    }

    @Test
    void whatWasRefusedMayBeAskedAgain() {
        var key = "k" + ids.next();

        assertThatThrownBy(() -> once(key, BODY, () -> {
                    throw RequestRefusal.tooOften();
                }))
                .hasMessage("request.too-often");

        assertThat(text(once(key, Map.of("amount", 7), () -> 7))).isEqualTo("7");
    }

    /** Those who wait for a first one that fails must not all fall over each other. */
    @Test
    void whenTheFirstIsRefusedOneOfTheOthersIsFirst() {
        var key = "k" + ids.next();
        var tries = new AtomicInteger();

        var all = IntStream.range(0, 50)
                .mapToObj(n -> jdbc.call(
                                SHOP,
                                () -> answers.once(asked(key, BODY), HttpStatus.CREATED, () -> {
                                    if (tries.incrementAndGet() == 1) {
                                        throw RequestRefusal.malformed();
                                    }
                                    return ids.next();
                                }))
                        .map(FirstAnswersIT::text)
                        .onErrorResume(RequestRefusal.class, no -> reactor.core.publisher.Mono.just(no.code()))
                        .toFuture())
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(all.stream().filter("request.malformed"::equals)).hasSize(1);
        assertThat(all.stream().distinct()).hasSize(2);
    }

    @Test
    void whoMayAskAgainNeedsAKey() {
        for (var bad : List.of("", " ", "with space", "é", "k".repeat(129))) {
            var request = MockServerHttpRequest.post("/door")
                    .header(Repeatable.HEADER, bad)
                    .build();
            assertThatThrownBy(() -> Repeatable.of(request, "till:1", BODY)).hasMessage("request.idempotency-key");
        }
        var two = MockServerHttpRequest.post("/door")
                .header(Repeatable.HEADER, "a", "b")
                .build();
        assertThatThrownBy(() -> Repeatable.of(two, "till:1", BODY)).hasMessage("request.idempotency-key");
    }

    private ResponseEntity<byte[]> once(String key, Object body, Supplier<?> work) {
        return jdbc.within(SHOP, () -> answers.once(asked(key, body), HttpStatus.CREATED, work));
    }

    private static Repeatable asked(String key, Object body) {
        return Repeatable.of(
                MockServerHttpRequest.post("/door")
                        .header(Repeatable.HEADER, key)
                        .build(),
                "till:1",
                body);
    }

    private static String text(ResponseEntity<byte[]> answer) {
        var body = answer.getBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    private int askedTimes(String key) {
        var asked =
                database.queryForObject("SELECT asked FROM first_answer WHERE idempotency_key = ?", Integer.class, key);
        return asked == null ? 0 : asked;
    }
}

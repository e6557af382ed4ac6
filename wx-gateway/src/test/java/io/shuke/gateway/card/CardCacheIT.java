package io.shuke.gateway.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shuke.OpenShop;
import io.shuke.journey.Door;
import io.shuke.journey.Guest;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.membership.MemberId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

@OpenShop
class CardCacheIT {

    private static final MerchantId SHOP = new MerchantId(1);

    private final Door door;

    @Autowired
    Jdbc jdbc;

    @Autowired
    Ledger ledger;

    @Autowired
    CardCache cache;

    @Autowired
    ReactiveStringRedisTemplate redis;

    CardCacheIT(@LocalServerPort int port) {
        this.door = new Door(port);
    }

    @Test
    void readersNeverKeepACardFromBeforeAChange() {
        var guest = door.member();
        var member = member(guest);
        var over = new AtomicBoolean();
        var readers = Stream.generate(() -> CompletableFuture.runAsync(() -> {
                    while (!over.get()) {
                        guest.get("/api/me/card");
                    }
                }))
                .limit(3)
                .toList();

        for (int grants = 1; grants <= 30; grants++) {
            earn(member, "grant:" + grants);
            assertThat(guest.get("/api/me/card").json().path("points").asLong()).isEqualTo(grants);
        }

        over.set(true);
        readers.forEach(CompletableFuture::join);
    }

    @Test
    void aCardIsKeptForSecondsOnlyAndWithoutItsCode() {
        var guest = door.member();
        // Joining has just changed the card, and for a moment nothing is kept of what changes.
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            guest.get("/api/me/card");
            return cache.find(SHOP, member(guest)).blockOptional().orElseThrow().content() != null;
        });
        var shown = guest.get("/api/me/card");

        var kept = cache.find(SHOP, member(guest)).blockOptional().orElseThrow().content();

        assertThat(kept).isNotNull().asString(StandardCharsets.UTF_8).doesNotContain(shown.at("/code/value"));
        assertThat(redis.getExpire(key(member(guest))).block()).isBetween(Duration.ZERO, Duration.ofSeconds(10));
        assertThat(guest.get("/api/me/card").json().path("points"))
                .isEqualTo(shown.json().path("points"));
        assertThat(guest.get("/api/me/card").at("/code/value"))
                .matches("[0-9]{24}")
                .startsWith(shown.at("/number"));
    }

    @Test
    void whatWasReadBeforeAChangeIsNotKept() {
        var member = new MemberId(41);
        cache.changed(SHOP, List.of(member));

        assertThat(cache.keep(SHOP, member, "old".getBytes(StandardCharsets.UTF_8))
                        .block())
                .isFalse();
        assertThat(cache.find(SHOP, member).block()).isEqualTo(CardCache.Found.MARKED);
    }

    @Test
    void nonsenseInACardsPlaceIsNotShownAndGoes() {
        var member = new MemberId(42);
        redis.opsForValue().set(key(member), "nonsense").block();

        assertThat(cache.find(SHOP, member).block()).isEqualTo(CardCache.Found.MARKED);
        assertThat(redis.getExpire(key(member)).block()).isBetween(Duration.ZERO, Duration.ofSeconds(3));
    }

    private void earn(MemberId member, String reference) {
        jdbc.within(
                SHOP,
                () -> ledger.post(Movement.earn(member, Asset.POINTS, 1, Reason.GRANT, new Reference(reference))));
    }

    private static MemberId member(Guest guest) {
        return new MemberId(Long.parseLong(guest.get("/api/me").at("/id")));
    }

    private static String key(MemberId member) {
        return "card:{1:" + member.value() + "}";
    }
}

package io.shuke.console.till;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.Browser;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.marketing.till.TillKey;
import io.shuke.marketing.till.TillKeyId;
import io.shuke.marketing.till.TillKeys;
import io.shuke.marketing.till.TillSecret;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.merchant.Store;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;

@ShopTest
class TillKeyDeskIT {

    static final String KEYS = "/console/api/till-keys";

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    TillKeys keys;

    @Autowired
    Merchants merchants;

    @Autowired
    Jdbc jdbc;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate database;

    MerchantId shop = new MerchantId(1);
    long store;

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
        store = jdbc.within(shop, () -> {
            var id = ids.next();
            merchants.openStore(new Store(id, "总店", "街角", "s" + id));
            return id;
        });
    }

    @Test
    void showsASecretOnceAndKeepsItSealed() {
        var owner = shopkeeper.signedIn(shop, Role.OWNER);

        var issued = issue(owner);

        assertThat(issued.get("secret")).asString().hasSize(43);
        assertThat(key(issued).secrets(clock.instant()))
                .extracting(TillSecret::value)
                .containsExactly(secret(issued));
        owner.get(KEYS).expectBody(String.class).value(all -> assertThat(all)
                .contains(requireNonNull(issued.get("key")))
                .contains("\"billFen\":500000", "\"opens\":null")
                .doesNotContain(secret(issued)));
        var kept = database.queryForObject(
                "SELECT secret FROM till_key WHERE id = ?",
                byte[].class,
                key(issued).id().value());
        assertThat(new String(requireNonNull(kept), StandardCharsets.ISO_8859_1))
                .doesNotContain(secret(issued));
    }

    @Test
    void aRotatedKeyHasTwoSecretsForAWhile() {
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        var issued = issue(owner);

        var rotated = owner.send(HttpMethod.POST, KEYS + "/" + issued.get("key") + "/rotations", "{\"overlapHours\":2}")
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();

        var fresh = String.valueOf(requireNonNull(rotated).get("secret"));
        assertThat(secretsAt(issued, clock.instant())).containsExactly(fresh, secret(issued));
        assertThat(secretsAt(issued, clock.instant().plus(Duration.ofHours(3)))).containsExactly(fresh);
    }

    @Test
    void aRevokedKeySignsNothingAndStaysRevoked() {
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        var issued = issue(owner);
        var path = KEYS + "/" + issued.get("key");

        owner.send(HttpMethod.DELETE, path, null).expectStatus().isNoContent();
        owner.send(HttpMethod.DELETE, path, null).expectStatus().isNoContent();

        assertThat(secretsAt(issued, clock.instant())).isEmpty();
        owner.put(path, terms("\"opens\":\"08:00\",\"closes\":\"22:00\""))
                .expectStatus()
                .isEqualTo(409);
        owner.send(HttpMethod.POST, path + "/rotations", "{}").expectStatus().isEqualTo(409);
    }

    @Test
    void changesTerms() {
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        var path = KEYS + "/" + issue(owner).get("key");

        owner.put(
                        path,
                        terms(
                                "\"scopes\":[\"SCAN\"],\"opens\":\"18:00\",\"closes\":\"02:00\",\"caps\":{\"billFen\":1000}"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.terms.scopes")
                .isEqualTo("SCAN")
                .jsonPath("$.terms.closes")
                .isEqualTo("02:00")
                .jsonPath("$.terms.caps.billFen")
                .isEqualTo(1000)
                .jsonPath("$.terms.caps.hourFen")
                .isEqualTo(3_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"name\":\"前台\"}",
                "{\"name\":\"前台\",\"storeId\":\"1\"}",
                "{\"name\":\"前台\",\"storeId\":\"abc\"}",
                "{\"name\":\" \",\"storeId\":\"STORE\"}",
                "{\"name\":\"前台\",\"storeId\":\"STORE\",\"scopes\":[]}",
                "{\"name\":\"前台\",\"storeId\":\"STORE\",\"scopes\":[\"ALL\"]}",
                "{\"name\":\"前台\",\"storeId\":\"STORE\",\"opens\":\"08:00\"}",
                "{\"name\":\"前台\",\"storeId\":\"STORE\",\"opens\":\"25:00\",\"closes\":\"08:00\"}",
                "{\"name\":\"前台\",\"storeId\":\"STORE\",\"caps\":{\"billFen\":-1}}",
                "{\"name\":\"前台\",\"storeId\":\"STORE\",\"caps\":{\"billFen\":100,\"hourFen\":50}}",
                "{\"name\":\"前台\",\"storeId\":\"STORE\",\"secret\":\"mine\"}"
            })
    void refusesWhatAreNoTerms(String body) {
        shopkeeper
                .signedIn(shop, Role.OWNER)
                .send(HttpMethod.POST, KEYS, body.replace("STORE", Long.toString(store)))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void knowsNoOtherShopsKey() {
        var issued = issue(shopkeeper.signedIn(shop, Role.OWNER));
        var stranger = shopkeeper.signedIn(shopkeeper.opens(), Role.OWNER);

        stranger.send(HttpMethod.DELETE, KEYS + "/" + issued.get("key"), null)
                .expectStatus()
                .isNotFound();
        stranger.get(KEYS).expectBody().jsonPath("$.items").isEmpty();
        assertThat(secretsAt(issued, clock.instant())).hasSize(1);
    }

    private Map<String, String> issue(Browser owner) {
        var answer = owner.send(HttpMethod.POST, KEYS, terms("\"scopes\":[\"SCAN\",\"SETTLE\"]"))
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return Map.of(
                "key",
                String.valueOf(requireNonNull(answer).get("key")),
                "secret",
                String.valueOf(answer.get("secret")));
    }

    private String terms(String more) {
        return "{\"name\":\"前台\",\"storeId\":\"" + store + "\"," + more + "}";
    }

    private static String secret(Map<String, String> issued) {
        return requireNonNull(issued.get("secret"));
    }

    private TillKey key(Map<String, String> issued) {
        var id = TillKeyId.parse(requireNonNull(issued.get("key"))).orElseThrow();
        return jdbc.forAll(() -> keys.anywhere(id)).orElseThrow();
    }

    private List<String> secretsAt(Map<String, String> issued, Instant now) {
        return key(issued).secrets(now).stream().map(TillSecret::value).toList();
    }
}

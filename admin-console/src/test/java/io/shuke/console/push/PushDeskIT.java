package io.shuke.console.push;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.marketing.push.Gap;
import io.shuke.marketing.push.MessageTemplate;
import io.shuke.marketing.push.MessageTemplates;
import io.shuke.marketing.push.Outbox;
import io.shuke.marketing.push.Settled;
import io.shuke.marketing.push.Verdict;
import io.shuke.marketing.push.Way;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ShopTest
class PushDeskIT {

    private static final String PUSHES = "/console/api/pushes";
    /** Of those a mini-program's member can be reached by: none here agreed to anything. */
    private static final String WISH = """
            {"title": "周末上新", "topic": "%s", "messages": [{"way": "%s", "account": "mini-app", "template": "t1",
             "values": {"thing1": "%s"}}], "holdOut": 0}""";

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    MessageTemplates templates;

    @Autowired
    Outbox outbox;

    @Autowired
    Jdbc jdbc;

    @Autowired
    JsonMapper json;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
        shopkeeper.welcomes(shop, "小周");
        jdbc.within(shop, () -> {
            for (var way : List.of(Way.TEMPLATE, Way.SUBSCRIPTION)) {
                templates.replace(
                        "mini-app",
                        way,
                        List.of(new MessageTemplate("mini-app", "t1", way, "提醒", List.of(new Gap("thing1", "内容")))));
            }
            return true;
        });
    }

    private static String wish(String topic, String way, String text) {
        return WISH.formatted(topic, way, text);
    }

    private JsonNode made(String wish) {
        var answer = shopkeeper
                .signedIn(shop, Role.MANAGER)
                .post(PUSHES, wish)
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult();
        return json.readTree(requireNonNull(answer.getResponseBody()));
    }

    private void refused(String wish, int status, String code) {
        shopkeeper
                .signedIn(shop, Role.OWNER)
                .post(PUSHES, wish)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    @Test
    void saysWhatTheProviderWouldNotTake() {
        refused(wish("OFFER", "TEMPLATE", "好"), 400, "push.marketing-by-template");
        refused(wish("NEWS", "SUBSCRIPTION", "一二三四五六七八九十一二三四五六七八九十一"), 400, "push.gap-too-long");
        refused(wish("NEWS", "SUBSCRIPTION", ""), 400, "push.gap-empty");
        refused(wish("NEWS", "SMS", "好"), 409, "push.no-sms");
    }

    @Test
    void saysWhomItReachesAndWhy() {
        shopkeeper
                .signedIn(shop, Role.OWNER)
                .post(PUSHES + "/reach", wish("NEWS", "SUBSCRIPTION", "{昵称}，来看新品"))
                .expectBody()
                .json("""
                        {"people": 1, "reached": 0, "ways": [],
                         "reasons": [{"code": "NO_CREDIT", "label": "没有订阅授权", "count": 1}]}""");
    }

    /** The whole stream of a push that is over, as a reader who comes late or again gets it. */
    private String stream(String push) {
        var answer = shopkeeper
                .signedIn(shop, Role.MANAGER)
                .get(PUSHES + "/" + push + "/progress")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
        return new String(requireNonNull(answer.getResponseBody()), StandardCharsets.UTF_8);
    }

    @Test
    void tellsTheSameToWhoeverAsksAgain() {
        var push = made(wish("SERVICE", "SUBSCRIPTION", "好")).path("id").asString("");
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        owner.post(PUSHES + "/" + push + "/start", "{}").expectStatus().isOk();
        jdbc.within(shop, () -> {
            while (outbox.prepare()) {
                // Until the list is whole.
            }
            outbox.settle(outbox.claim(10).messages().stream()
                    .map(one -> new Settled(one, new Verdict.Unknown()))
                    .toList());
            return outbox.claim(10);
        });

        var told = stream(push);
        assertThat(told)
                .contains("id:")
                .contains("\"state\":\"DONE\"")
                .contains("\"NO_CREDIT\"")
                .contains("\"over\":true");
        assertThat(stream(push)).isEqualTo(told);
        owner.get(PUSHES + "/" + push + "/result").expectBody().json("{\"reached\": 0, \"thin\": true}");
    }

    @Test
    void stopsForGood() {
        var push = made(wish("SERVICE", "SUBSCRIPTION", "好")).path("id").asString("");
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        owner.post(PUSHES + "/" + push + "/stop", "{}").expectStatus().isOk();
        owner.post(PUSHES + "/" + push + "/start", "{}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("push.wrong-state");
        var neighbour = shopkeeper.opens();
        shopkeeper
                .signedIn(neighbour, Role.OWNER)
                .get(PUSHES + "/" + push + "/progress")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void keepsItsRules() {
        shopkeeper
                .signedIn(shop, Role.OWNER)
                .put(
                        PUSHES + "/rules",
                        "{\"most\":2,\"days\":7,\"quietFrom\":\"22:00\",\"quietUntil\":\"08:30\",\"boughtDays\":1,\"holdOut\":5}")
                .expectStatus()
                .isOk();
        shopkeeper
                .signedIn(shop, Role.MANAGER)
                .get(PUSHES + "/rules")
                .expectBody()
                .json("{\"most\":2,\"boughtDays\":1}");
    }
}

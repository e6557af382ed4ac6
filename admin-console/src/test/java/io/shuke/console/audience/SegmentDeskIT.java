package io.shuke.console.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.Browser;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.marketing.audience.Segments;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.tag.Tags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@ShopTest
class SegmentDeskIT {

    private static final String SEGMENTS = "/console/api/segments";
    private static final String NEVER = "{\"kind\": \"visits\", \"least\": 0, \"most\": 0}";

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Segments segments;

    @Autowired
    Tags tags;

    @Autowired
    Jdbc jdbc;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    private static void save(Browser manager, String name, String condition) {
        manager.send(HttpMethod.POST, SEGMENTS, "{\"name\": \"%s\", \"condition\": %s}".formatted(name, condition))
                .expectStatus()
                .isCreated();
    }

    @Test
    void countsWhileItIsBeingMade() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);
        shopkeeper.welcomes(shop, "小周");
        shopkeeper.welcomes(shop, "小吴");

        manager.send(HttpMethod.POST, SEGMENTS + "/count", "{\"condition\": " + NEVER + "}")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"members\": 2, \"fresh\": 0, \"declining\": 0, \"asleep\": 0, \"words\": \"从没消费过的会员\"}");
    }

    @Test
    void keepsWhatWasMadeAndTellsOfItInWords() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);
        save(manager, "还没买过", NEVER);

        manager.get(SEGMENTS)
                .expectBody()
                .json("""
                        {"items": [{"version": 1, "name": "还没买过", "words": "从没消费过的会员",
                                    "condition": {"kind": "visits", "least": 0, "most": 0}}]}""")
                .jsonPath("$.readyMade[0].key")
                .isEqualTo("AWAY_30")
                .jsonPath("$.readyMade[0].words")
                .isEqualTo("最近 30 天没来的会员");
        manager.get(SEGMENTS + "/choices").expectStatus().isOk();
    }

    @Test
    void changesWhatNobodyElseHasChanged() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);
        save(manager, "还没买过", NEVER);
        var path = SEGMENTS + "/" + jdbc.within(shop, segments::all).get(0).id();
        var change = "{\"name\": \"老客\", \"version\": 1, \"condition\": {\"kind\": \"visits\", \"least\": 5}}";

        manager.put(path, change).expectStatus().isOk();
        manager.put(path, change).expectStatus().isEqualTo(409);
        manager.get(path).expectBody().jsonPath("$.words").isEqualTo("买过 5 次以上的会员");
        manager.send(HttpMethod.DELETE, path, null).expectStatus().isNoContent();
        manager.get(path).expectStatus().isNotFound();
    }

    @Test
    void tagsAllOfThem() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);
        var member = shopkeeper.welcomes(shop, "小周").id();
        save(manager, "还没买过", NEVER);
        var segment = jdbc.within(shop, segments::all).get(0).id();
        var tag = jdbc.within(shop, () -> tags.create("待激活", "", "staff:1")).id();

        manager.send(HttpMethod.POST, SEGMENTS + "/" + segment + "/tags", "{\"tagId\": \"" + tag + "\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"members\": 1}");

        assertThat(jdbc.within(shop, () -> tags.words(member))).containsExactly("待激活");
    }

    @Test
    void whatIsTypedNeverBecomesSql() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);
        shopkeeper.welcomes(shop, "小周");
        for (var bad : new String[] {
            "null",
            "\"1=1\"",
            "{\"kind\": \"visits) OR (1=1\"}",
            "{\"kind\": \"visits\", \"least\": \"0 OR 1=1\"}",
            "{\"kind\": \"visits\", \"least\": 0, \"column\": \"s.step\"}",
            "{\"kind\": \"stage\", \"stage\": \"NEW' OR '1'='1\"}",
            "{\"kind\": \"lastStore\", \"store\": \"1; DROP TABLE bill\"}",
            "{\"kind\": \"tag\", \"tag\": \"0 UNION SELECT id FROM member\"}",
            "{\"kind\": \"bought\", \"shelf\": \"GOODS' --\", \"name\": \"a\"}",
            "{\"kind\": \"all\", \"of\": [" + "{\"kind\": \"everyone\"},".repeat(60) + "{\"kind\": \"everyone\"}]}",
            "{\"kind\": \"not\", \"of\":".repeat(200) + "{\"kind\": \"everyone\"}" + "}".repeat(200)
        }) {
            manager.send(HttpMethod.POST, SEGMENTS + "/count", "{\"condition\": " + bad + "}")
                    .expectStatus()
                    .isBadRequest();
        }
        manager.send(
                        HttpMethod.POST,
                        SEGMENTS + "/count",
                        "{\"condition\": {\"kind\": \"bought\", \"shelf\": \"GOODS\", \"name\": \"x') OR ('1'='1\"}}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.members")
                .isEqualTo(0);
    }
}

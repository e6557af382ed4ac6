package io.shuke.console.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.Browser;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.membership.Member;
import java.util.HashSet;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import tools.jackson.databind.JsonNode;

@ShopTest
class MemberDeskIT {

    static final String MEMBERS = "/console/api/members";

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Ledger points;

    @Autowired
    Jdbc jdbc;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    @Test
    void listsMembersWithTheirPointsAndAMaskedPhone() {
        shopkeeper.welcomes(shop, "老王");
        var li = shopkeeper.welcomes(shop, "小李");
        earns(li, 12);

        shopkeeper
                .signedIn(shop, Role.ADVISER)
                .get(MEMBERS)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].id")
                .isEqualTo(li.id().toString())
                .jsonPath("$.items[0].number")
                .isEqualTo(li.number())
                .jsonPath("$.items[0].nickname")
                .isEqualTo("小李")
                .jsonPath("$.items[0].points")
                .isEqualTo(12)
                .jsonPath("$.items[0].phone")
                .value(String.class, phone -> assertThat(phone).matches("139\\*{4}[0-9]{4}"))
                .jsonPath("$.items[0].joinedAt")
                .value(String.class, at -> assertThat(at).endsWith("+08:00"))
                .jsonPath("$.items[1].points")
                .isEqualTo(0);
    }

    @Test
    void findsByNameByTheEndOfANumberAndByTheWhole() {
        var li = shopkeeper.welcomes(shop, "小李");
        shopkeeper.welcomes(shop, "老王");
        var adviser = shopkeeper.signedIn(shop, Role.ADVISER);

        for (var typed : new String[] {
            li.number(), " " + li.number().substring(0, 4) + " " + li.number().substring(4), "小李"
        }) {
            finds(adviser, typed).jsonPath("$.items[0].nickname").isEqualTo("小李");
            finds(adviser, typed).jsonPath("$.items.length()").isEqualTo(1);
        }
        finds(adviser, li.number().substring(6))
                .jsonPath("$.items[?(@.nickname == '小李')]")
                .exists();
        for (var nobody : new String[] {"1234567890", "13800000000", "李", "王老", "%", "138"}) {
            finds(adviser, nobody).jsonPath("$.items.length()").isEqualTo(0);
        }
        finds(shopkeeper.signedIn(shopkeeper.opens(), Role.OWNER), li.number())
                .jsonPath("$.items.length()")
                .isEqualTo(0);
    }

    private static BodyContentSpec finds(Browser browser, String typed) {
        return browser.get(MEMBERS + "?find=" + typed).expectStatus().isOk().expectBody();
    }

    @Test
    void leafsToTheEnd() {
        for (int i = 0; i < 25; i++) {
            shopkeeper.welcomes(shop, "客人" + i);
        }
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        var seen = new HashSet<String>();
        var path = MEMBERS;
        for (int page = 0; page < 2; page++) {
            var answer = Objects.requireNonNull(
                    owner.get(path).expectBody(JsonNode.class).returnResult().getResponseBody());
            answer.get("items").forEach(member -> seen.add(member.get("id").asString()));
            path = MEMBERS + "?cursor=" + answer.get("next").asString();
        }

        assertThat(seen).hasSize(25);
        assertThat(path).endsWith("=");
    }

    @Test
    void leafsThroughWhoeverIsFound() {
        for (int i = 0; i < 25; i++) {
            shopkeeper.welcomes(shop, "熟客" + i);
        }
        var owner = shopkeeper.signedIn(shop, Role.OWNER);
        var first = Objects.requireNonNull(owner.get(MEMBERS + "?find=熟客")
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());

        assertThat(first.get("items").get(0).get("nickname").asString()).isEqualTo("熟客24");
        owner.get(MEMBERS + "?find=熟客&cursor=" + first.get("next").asString())
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(5)
                .jsonPath("$.next")
                .isEmpty();
    }

    @Test
    void showsOneMemberWithTheHistoryOfHisPoints() {
        var wang = shopkeeper.welcomes(shop, "老王");
        earns(wang, 5);

        shopkeeper
                .signedIn(shop, Role.OWNER)
                .get(MEMBERS + "/" + wang.id())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.member.points")
                .isEqualTo(5)
                .jsonPath("$.level.name")
                .isNotEmpty()
                .jsonPath("$.giftFen")
                .isEqualTo(0)
                .jsonPath("$.history.items[0].text")
                .isEqualTo("活动 +5")
                .jsonPath("$.history.items[0].balance")
                .isEqualTo(5);
    }

    @Test
    void neverShowsAnotherShopsMembers() {
        var other = shopkeeper.opens();
        var stranger = shopkeeper.welcomes(other, "CANARY");
        shopkeeper.welcomes(shop, "老王");
        var owner = shopkeeper.signedIn(shop, Role.OWNER);

        owner.get(MEMBERS)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("老王").doesNotContain("CANARY"));
        owner.get(MEMBERS + "/" + stranger.id())
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("membership.unknown-member");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/0", "/-1", "/abc", "/99999999999999999999", "?cursor=x", "/1e3", "/' OR 1=1"})
    void refusesWhatIsNoAddress(String end) {
        shopkeeper.signedIn(shop, Role.OWNER).get(MEMBERS + end).expectStatus().isBadRequest();
    }

    private void earns(Member member, int howMany) {
        jdbc.within(
                shop,
                () -> points.post(Movement.earn(
                        member.id(), Asset.POINTS, howMany, Reason.ACTIVITY, new Reference("test:" + howMany))));
    }
}

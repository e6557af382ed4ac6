package io.shuke.console.door;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.Browser;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.member.ground.MerchantId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every desk of the table × every role × the ids of another shop's things in each place of the path. */
@ShopTest
class ForeignIdsIT {

    private static final String API = "/console/api/";
    private static final String CANARY = "金丝雀";

    /** What the other shop has, and a body that makes it; the same body changes it, where that is possible. */
    private static final Map<String, String> THINGS = new LinkedHashMap<>();

    static {
        THINGS.put("offers", """
                {"title": "金丝雀减", "benefit": {"kind": "FULL_REDUCTION", "fen": 500}, "stock": 100, "ways": ["CLAIM"],
                 "terms": {"thresholdFen": 3000, "validDays": 30}}""");
        THINGS.put("gifts", """
                {"title": "金丝雀碗", "points": 100, "stock": 3, "perMember": 1}""");
        THINGS.put("stamps", """
                {"title": "金丝雀卡", "per": "PIECE", "goods": ["咖啡"], "rewards": [{"stamps": 5, "text": "曲奇"}]}""");
        THINGS.put("passes", """
                {"title": "金丝雀月卡", "what": "牛肉面一碗", "days": 30, "priceFen": 19900}""");
    }

    private final Shopkeeper shopkeeper;
    private final MerchantId mine;
    private final Browser theirOwner;
    private final List<String> theirIds = new ArrayList<>();

    ForeignIdsIT(@Autowired Shopkeeper shopkeeper) {
        this.shopkeeper = shopkeeper;
        mine = shopkeeper.opens();
        var theirs = shopkeeper.opens();
        theirOwner = shopkeeper.signedIn(theirs, Role.OWNER);
        theirIds.add(shopkeeper.welcomes(theirs, CANARY).id().toString());
        THINGS.forEach((things, body) -> theirIds.add(made(things, body)));
        theirIds.add(shopkeeper.hires(theirs, Role.CASHIER).id().toString());
        theirIds.add("1");
    }

    private String made(String things, String body) {
        var answer = theirOwner
                .post(API + things, body)
                .expectStatus()
                .is2xxSuccessful()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(requireNonNull(answer).get("id"));
    }

    @Test
    void showNothingAndChangeNothing() {
        var before = everythingOfTheirs();
        assertThat(before).contains(CANARY);
        for (var role : Role.values()) {
            var browser = shopkeeper.signedIn(mine, role);
            for (var right : Rights.ALL) {
                if (right.path().contains("{")) {
                    theirIds.forEach(id -> tries(browser, role, right, id));
                }
            }
        }
        assertThat(everythingOfTheirs()).isEqualTo(before);
    }

    private static void tries(Browser browser, Role role, Right right, String id) {
        var body = right.path().startsWith(API)
                ? THINGS.getOrDefault(right.path().substring(API.length()).split("/")[0], "{}")
                : "{}";
        var path = right.path().replaceAll("\\{[a-zA-Z]+}", id);
        var answer = browser.send(right.method(), path, body)
                .expectBody(String.class)
                .returnResult();
        var said = role + " " + right.method() + " " + path + " answers " + answer.getStatus();
        assertThat(answer.getStatus().value()).as(said).isLessThan(500);
        assertThat(String.valueOf(answer.getResponseBody())).as(said).doesNotContain(CANARY);
        if (!right.roles().contains(role)) {
            assertThat(answer.getStatus().value()).as(said).isEqualTo(403);
        }
    }

    private String everythingOfTheirs() {
        var seen = new StringBuilder();
        for (var list : List.of("offers", "gifts", "stamps", "passes", "tags", "members", "approvals", "segments")) {
            seen.append(theirOwner
                    .get(API + list)
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody());
        }
        return seen.toString();
    }
}

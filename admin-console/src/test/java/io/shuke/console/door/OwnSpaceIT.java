package io.shuke.console.door;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.Browser;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Post;
import io.shuke.console.staff.Role;
import io.shuke.console.staff.Staff;
import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.Member;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.merchant.Store;
import io.shuke.member.purchase.Bill;
import io.shuke.member.purchase.BillLine;
import io.shuke.member.purchase.Order;
import io.shuke.member.purchase.Purchases;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever works in one store sees its members and bills, and nothing of the others'. */
@ShopTest
class OwnSpaceIT {

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Staff staff;

    @Autowired
    Merchants merchants;

    @Autowired
    Purchases purchases;

    @Autowired
    Jdbc jdbc;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    private final JsonMapper mapper = new JsonMapper();
    private MerchantId shop = new MerchantId(1);
    private long here;
    private long there;
    private Member ours;
    private Member theirs;

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
        here = store("这家");
        there = store("那家");
        ours = shopkeeper.welcomes(shop, "常来的");
        theirs = shopkeeper.welcomes(shop, "别家的");
        buys(ours, here);
        buys(ours, there);
        buys(theirs, there);
    }

    private long store(String name) {
        return jdbc.within(shop, () -> {
            var id = ids.next();
            merchants.openStore(new Store(id, name, "街角", "s" + id));
            return id;
        });
    }

    private void buys(Member member, long store) {
        var line = new BillLine("a", "面", "面", 1, new Fen(1_000));
        jdbc.within(
                shop,
                () -> purchases.record(new Bill(
                        purchases.nextId(),
                        new Order(store, "till", "n" + ids.next()),
                        member.id(),
                        List.of(line),
                        new Fen(1_000),
                        new Fen(1_000),
                        1,
                        10,
                        clock.instant())));
    }

    private Browser works(Role role) {
        var member = shopkeeper.hires(shop, role);
        jdbc.within(shop, () -> staff.change(member.id(), 0, new Post(member.name(), role, Set.of(here))));
        return shopkeeper.browser().signsIn(member.account().value());
    }

    @Test
    void findsOnlyTheStoresMembers() {
        var adviser = works(Role.ADVISER);

        assertThat(json(adviser.get("/console/api/members")).at("/items").findValuesAsString("id"))
                .containsExactly(ours.id().toString());
        for (var member : List.of(ours, theirs)) {
            var found = json(adviser.get("/console/api/members?find=" + member.number()))
                    .at("/items");
            assertThat(found.size()).isEqualTo(member == ours ? 1 : 0);
        }
    }

    @Test
    void seesOnlyTheStoresBills() {
        var cashier = works(Role.CASHIER);
        var path = "/console/api/members/" + ours.id() + "/purchases";

        assertThat(json(cashier.get(path)).at("/items").findValuesAsString("storeId"))
                .containsExactly(Long.toString(here));
        assertThat(json(shopkeeper.signedIn(shop, Role.OWNER).get(path)).at("/items"))
                .hasSize(2);
    }

    /** Every door of the table, for every role: either it is about the shop as a whole, or it knows strangers from regulars. */
    @Test
    void everyDoorKnowsWhoseMemberItIs() {
        for (var role : new Role[] {Role.MANAGER, Role.CASHIER, Role.ADVISER}) {
            var browser = works(role);
            for (var right : Rights.everywhere()) {
                if (!right.roles().contains(role) || right.path().equals("/console/api/sessions")) {
                    continue;
                }
                var door = right.method() + " " + right.path();
                if (!OwnSpace.DOORS.contains(door)) {
                    if (Rights.ALL.contains(right)) {
                        code(
                                browser.send(right.method(), path(right, theirs), body(right)),
                                403,
                                "console.own-stores-only");
                    }
                } else if (names(right)) {
                    code(browser.send(right.method(), path(right, theirs), body(right)), 404, "console.unknown-member");
                    assertThat(browser.send(right.method(), path(right, ours), body(right))
                                    .expectBody(String.class)
                                    .returnResult()
                                    .getResponseBody())
                            .as(door)
                            .doesNotContain("console.unknown-member");
                }
            }
        }
    }

    @Test
    void givesNoCouponToAStranger() {
        var body = """
                {"offerId": "1", "memberId": "%s", "reason": "熟客"}""";

        code(
                works(Role.ADVISER).post("/console/api/coupons", body.formatted(theirs.id())),
                404,
                "console.unknown-member");
    }

    private static boolean names(Right right) {
        return right.path().contains("members/{id}")
                || right.method() == HttpMethod.GET
                        && Set.of("/console/api/coupons", "/console/api/points", "/console/api/balance")
                                .contains(right.path());
    }

    /** With all that a desk asks for besides, so that nothing but the store can be wrong. */
    private static String path(Right right, Member member) {
        var path = right.path()
                .replace("members/{id}", "members/" + member.id())
                .replace("{occasion}", "LEVEL_UP")
                .replace("{matter}", "BOOKS")
                .replaceAll("\\{[a-z]+}", "1");
        return path + "?with=1&name=list.csv&member=" + member.id();
    }

    private static @Nullable String body(Right right) {
        return right.method() == HttpMethod.GET || right.method() == HttpMethod.DELETE ? null : "{}";
    }

    private JsonNode json(ResponseSpec answer) {
        var body = answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return mapper.readTree(requireNonNull(body));
    }

    private static void code(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}

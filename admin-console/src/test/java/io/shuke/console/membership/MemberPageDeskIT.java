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
import io.shuke.member.membership.ImportantDate;
import io.shuke.member.membership.Member;
import io.shuke.member.membership.Members;
import io.shuke.member.membership.Occasion;
import io.shuke.member.membership.ProfileChange;
import io.shuke.member.membership.YearDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** The sections of a member's page, and what is done from there. */
@ShopTest
class MemberPageDeskIT {

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Ledger ledger;

    @Autowired
    Members members;

    @Autowired
    Jdbc jdbc;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    private static String of(Member member, String what) {
        return MemberDeskIT.MEMBERS + "/" + member.id() + "/" + what;
    }

    private static JsonNode body(Browser browser, HttpMethod method, String path, @Nullable String json) {
        return Objects.requireNonNull(browser.send(method, path, json)
                .expectStatus()
                .is2xxSuccessful()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void everySectionIsEmptyForWhoeverHasJustJoined() {
        var wang = shopkeeper.welcomes(shop, "老王");
        var adviser = shopkeeper.signedIn(shop, Role.ADVISER);

        for (var section : List.of("purchases", "tags", "notes", "dates", "invites", "messages")) {
            adviser.get(of(wang, section))
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.items.length()")
                    .isEqualTo(0);
        }
        adviser.get(of(wang, "merges")).expectStatus().isForbidden();
    }

    @Test
    void tellsWhatDaysMatterTheNextFirst() {
        var wang = shopkeeper.welcomes(shop, "老王");
        jdbc.within(
                shop,
                () -> members.change(
                        wang.id(),
                        new ProfileChange(
                                null,
                                LocalDate.of(1990, 5, 17),
                                null,
                                List.of(ImportantDate.yearly(Occasion.ANNIVERSARY, YearDay.lunar(8, 15))))));

        var days = body(shopkeeper.signedIn(shop, Role.ADVISER), HttpMethod.GET, of(wang, "dates"), null);

        assertThat(days.at("/items").size()).isEqualTo(2);
        assertThat(days.at("/items/0/days").asLong())
                .isLessThanOrEqualTo(days.at("/items/1/days").asLong());
        assertThat(days.toString()).contains("生日", "纪念日").doesNotContain("1990");
    }

    @Test
    void aNoteIsWrittenOnceAndRemoved() {
        var wang = shopkeeper.welcomes(shop, "老王");
        var adviser = shopkeeper.signedIn(shop, Role.ADVISER);
        var wish = "{\"text\": \"不吃香菜\"}";

        adviser.post(of(wang, "notes"), wish).expectStatus().isCreated();
        adviser.post(of(wang, "notes"), "{\"text\": \" \"}").expectStatus().isBadRequest();
        var notes = body(adviser, HttpMethod.GET, of(wang, "notes"), null);
        assertThat(notes.at("/items").size()).isEqualTo(1);
        assertThat(notes.at("/items/0/text").asString()).isEqualTo("不吃香菜");
        assertThat(notes.at("/items/0/by").asString()).isEqualTo("adviser");

        var note = notes.at("/items/0/id").asString();
        adviser.send(HttpMethod.DELETE, of(wang, "notes/" + note), null)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        adviser.send(HttpMethod.DELETE, of(wang, "notes/" + note), null)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void twoCardsAreLookedAtMergedOnceAndTakenApart() {
        var older = shopkeeper.welcomes(shop, "老王");
        var younger = shopkeeper.welcomes(shop, "王老板");
        earns(older, 5);
        earns(younger, 12);
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);

        var preview = body(manager, HttpMethod.GET, of(younger, "merges/preview?with=" + older.id()), null);
        assertThat(preview.at("/kept/id").asString()).isEqualTo(older.id().toString());
        assertThat(preview.at("/assets/0/together").asLong()).isEqualTo(17);

        var wish = "{\"memberId\": \"" + older.id() + "\"}";
        var merge = body(manager, HttpMethod.POST, of(younger, "merges"), wish);
        var again = body(manager, HttpMethod.POST, of(younger, "merges"), wish);
        assertThat(again.at("/id")).isEqualTo(merge.at("/id"));
        assertThat(merge.at("/by").asString()).isEqualTo("manager");
        assertThat(points(older)).isEqualTo(17);
        assertThat(body(manager, HttpMethod.GET, of(older, "merges"), null)
                        .at("/items/0/absorbedNumber")
                        .asString())
                .isEqualTo(younger.number());

        var undo = "/console/api/merges/" + merge.at("/id").asString() + "/undo";
        assertThat(body(manager, HttpMethod.POST, undo, "{}").at("/undoneBy").asString())
                .isEqualTo("manager");
        manager.post(undo, "{}").expectStatus().isEqualTo(409);
        assertThat(points(older)).isEqualTo(5);
        assertThat(points(younger)).isEqualTo(12);
    }

    @Test
    void nobodyMergesACardWithItselfOrWithAnotherShops() {
        var wang = shopkeeper.welcomes(shop, "老王");
        var stranger = shopkeeper.welcomes(shopkeeper.opens(), "外人");
        var owner = shopkeeper.signedIn(shop, Role.OWNER);

        owner.post(of(wang, "merges"), "{\"memberId\": \"" + wang.id() + "\"}")
                .expectStatus()
                .isEqualTo(409);
        owner.post(of(wang, "merges"), "{\"memberId\": \"" + stranger.id() + "\"}")
                .expectStatus()
                .isNotFound();
        owner.post(of(wang, "merges"), "{}").expectStatus().isBadRequest();
        shopkeeper
                .signedIn(shop, Role.ADVISER)
                .post(of(wang, "merges"), "{\"memberId\": \"7\"}")
                .expectStatus()
                .isForbidden();
    }

    private long points(Member member) {
        return jdbc.within(shop, () -> ledger.balance(member.id(), Asset.POINTS));
    }

    private void earns(Member member, int howMany) {
        jdbc.within(
                shop,
                () -> ledger.post(Movement.earn(
                        member.id(), Asset.POINTS, howMany, Reason.ACTIVITY, new Reference("test:" + howMany))));
    }
}

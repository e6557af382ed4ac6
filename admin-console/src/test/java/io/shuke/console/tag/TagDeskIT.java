package io.shuke.console.tag;

import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.marketing.audience.Condition;
import io.shuke.marketing.audience.Segments;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.tag.TagId;
import io.shuke.member.tag.Tags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@ShopTest
class TagDeskIT {

    private static final String TAGS = "/console/api/tags";

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Tags tags;

    @Autowired
    Segments segments;

    @Autowired
    Jdbc jdbc;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    private TagId tag(String name, String note) {
        return jdbc.within(shop, () -> tags.create(name, note, "staff:1")).id();
    }

    @Test
    void isMadeOnceUnderItsName() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);
        var wish = "{\"name\": \"宝妈\", \"note\": \"问问宝宝几个月了\"}";
        manager.send(HttpMethod.POST, TAGS, wish).expectStatus().isCreated();
        manager.send(HttpMethod.POST, TAGS, wish).expectStatus().isEqualTo(409);
        manager.send(HttpMethod.POST, TAGS, "{}").expectStatus().isBadRequest();
        manager.get(TAGS)
                .expectBody()
                .json("{\"items\": [{\"name\": \"宝妈\", \"note\": \"问问宝宝几个月了\", \"members\": 0}]}");
    }

    @Test
    void isStuckOnAMemberWithANoteAndTakenOff() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);
        var member = shopkeeper.welcomes(shop, "小周").id();
        var path = "/console/api/members/" + member + "/tags";
        var tag = tag("宝妈", "问问宝宝几个月了");

        manager.put(path + "/" + tag, "{\"note\": \"对牛奶过敏\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                        "{\"items\": [{\"name\": \"宝妈\", \"note\": \"对牛奶过敏\", \"words\": \"宝妈：对牛奶过敏\", \"byRule\": false}]}");
        shopkeeper
                .signedIn(shop, Role.CASHIER)
                .put(path + "/" + tag, "{}")
                .expectStatus()
                .isForbidden();
        manager.send(HttpMethod.DELETE, path + "/" + tag, null).expectBody().json("{\"items\": []}");
        manager.put(path + "/1", "{}").expectStatus().isNotFound();
    }

    @Test
    void aSegmentSticksItOnAtOnceAndAfterwards() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);
        shopkeeper.welcomes(shop, "小周");
        var tag = tag("全员", "");
        var segment = jdbc.within(shop, () -> segments.save("全部", new Condition.Everyone(), "staff:1"))
                .id();

        manager.put(TAGS + "/" + tag + "/rule", "{\"segmentId\": \"" + segment + "\"}")
                .expectBody()
                .json("{\"items\": [{\"members\": 1, \"segmentId\": \"" + segment + "\"}]}");
        manager.put(TAGS + "/" + tag + "/rule", "{}").expectBody().json("{\"items\": [{\"members\": 0}]}");
    }

    @Test
    void becomesOneWithAnotherOrGoes() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);
        var member = shopkeeper.welcomes(shop, "小周").id();
        var from = tag("妈妈", "");
        var into = tag("宝妈", "");
        jdbc.within(shop, () -> {
            tags.give(from, member, "", "staff:1");
            return true;
        });

        manager.put(TAGS + "/" + into, "{\"name\": \"新手妈妈\", \"note\": \"\"}")
                .expectStatus()
                .isOk();
        manager.send(HttpMethod.POST, TAGS + "/" + from + "/merge", "{\"into\": \"" + into + "\"}")
                .expectBody()
                .json("{\"items\": [{\"name\": \"新手妈妈\", \"members\": 1}]}");
        manager.send(HttpMethod.DELETE, TAGS + "/" + into, null).expectStatus().isNoContent();
        manager.get(TAGS).expectBody().json("{\"items\": []}");
    }
}

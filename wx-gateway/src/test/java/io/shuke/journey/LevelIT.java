package io.shuke.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.OpenShop;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A member looks at what the shop's levels bring, and at what he bought. */
@Tag("slow")
@OpenShop
class LevelIT {

    private final Door door;

    LevelIT(@LocalServerPort int port) {
        this.door = new Door(port);
    }

    @Test
    void theLadderTellsTheWayUp() {
        var member = door.member();

        var levels = member.get("/api/me/levels").json();

        assertThat(levels.path("items")).hasSize(4);
        assertThat(levels.path("items").get(1).path("name").asString("")).isEqualTo("银卡");
        assertThat(levels.path("step").asInt()).isEqualTo(1);
        assertThat(levels.path("missing").asLong()).isEqualTo(30_000);
        assertThat(member.get("/api/me/card").at("/levelProgress")).isEqualTo("再消费 ¥300 升为银卡");
    }

    @Test
    void whoBoughtNothingHasAnEmptyTrail() {
        var member = door.member();

        var purchases = member.get("/api/me/purchases").json();

        assertThat(purchases.path("items")).isEmpty();
        assertThat(purchases.path("next").isNull()).isTrue();
        assertThat(member.get("/api/me/purchases?cursor=x").code()).isEqualTo("purchase.bad-cursor");
    }
}

package io.shuke.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shuke.OpenShop;
import io.shuke.OtherNode;
import io.shuke.journey.Door;
import io.shuke.journey.Guest;
import io.shuke.marketing.push.Audience;
import io.shuke.marketing.push.Message;
import io.shuke.marketing.push.MessageTemplates;
import io.shuke.marketing.push.NewPush;
import io.shuke.marketing.push.Pushes;
import io.shuke.marketing.push.RecipientState;
import io.shuke.marketing.push.Topic;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.Consents;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Joining;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * G4, small by default: nodes are killed in the middle of a push, and nobody hears twice, nobody is forgotten. {@code
 * -Dpush.people=10000 -Dpush.kills=20} takes its time.
 */
@Tag("slow")
@OpenShop
class PushKillIT {

    private static final MerchantId SHOP = new MerchantId(1);
    private static final int PEOPLE = Integer.getInteger("push.people", 500);
    private static final int KILLS = Integer.getInteger("push.kills", 2);
    private static final int IN_HAND = 32;
    private static final String SEND = "/cgi-bin/message/template/send";

    private final Door door;

    @Autowired
    ApplicationContext program;

    @Autowired
    Pushes pushes;

    @Autowired
    MessageTemplates templates;

    @Autowired
    Members members;

    @Autowired
    Consents consents;

    @Autowired
    Jdbc jdbc;

    @Autowired
    JdbcTemplate database;

    PushKillIT(@LocalServerPort int port) {
        this.door = new Door(port);
    }

    private <T> T in(Supplier<T> work) {
        return jdbc.within(SHOP, work);
    }

    /** Members by the id of the person in the simulator. */
    private Map<String, MemberId> followers() {
        var people = new LinkedHashMap<String, MemberId>();
        for (int n = 0; n < PEOPLE; n++) {
            var person = door.call("POST", "/sim/api/people", Map.of(), "{\"nickname\":\"推" + n + "\"}")
                    .json();
            var id = person.path("id").asString("");
            var identity = new Identity(
                    Guest.OFFICIAL, person.path("openids").path(Guest.OFFICIAL).asString(""));
            door.call("POST", "/sim/api/people/" + id + "/follow", Map.of(), "{}");
            var joining =
                    new Joining(List.of(identity), null, consents.current().version(), "test", null, null, null, null);
            people.put(id, in(() -> {
                members.followed(identity);
                return members.join(joining).member().id();
            }));
        }
        return people;
    }

    @Test
    void nobodyHearsTwiceAndNobodyIsForgotten(@TempDir Path folder) throws InterruptedException {
        await().atMost(Duration.ofSeconds(30)).until(() -> in(templates::all).size() > 20);
        var people = followers();
        var message = new Message.Template(
                Guest.OFFICIAL, "tpl-level", Map.of("thing1", "金卡", "time2", "2026年11月25日", "thing3", "升级"), "");
        var push = in(() -> pushes.create(new NewPush(
                        "试推送",
                        Topic.SERVICE,
                        List.of(message),
                        new Audience.Named(List.copyOf(people.values())),
                        null,
                        0,
                        "staff:1")))
                .id();
        door.call("POST", "/sim/api/faults", Map.of(), "{\"path\":\"%s\",\"delayMs\":1500}".formatted(SEND));
        try (var other = new OtherNode(program, folder)) {
            other.door();
            in(() -> pushes.start(push, null));
            for (int kill = 0; kill < KILLS; kill++) {
                other.door();
                Thread.sleep(2_500);
                other.kill();
            }
        } finally {
            door.call("DELETE", "/sim/api/faults", Map.of(), null);
        }
        await().atMost(Duration.ofMinutes(3))
                .until(() -> in(() -> pushes.progress(push)).isOver());

        var done = in(() -> pushes.progress(push));
        assertThat(done.count(RecipientState.SENT, RecipientState.UNKNOWN)).isEqualTo(PEOPLE);
        assertThat(done.count(RecipientState.UNKNOWN)).isBetween(1L, (long) KILLS * IN_HAND);
        people.forEach((person, member) -> booksAgree(push, person, member));
    }

    /** I35: delivered at most once; what counts as sent was delivered; what was delivered counts as sent or unknown. */
    private void booksAgree(long push, String person, MemberId member) {
        var delivered = door.call("GET", "/sim/api/people/" + person + "/messages", Map.of(), null)
                        .text()
                        .split("TEMPLATE", -1)
                        .length
                - 1;
        var state = database.queryForObject(
                "SELECT state FROM push_recipient WHERE push_id = ? AND member_id = ?",
                String.class,
                push,
                member.value());
        assertThat(delivered).as("%s, %s", person, state).isBetween("SENT".equals(state) ? 1 : 0, 1);
    }
}

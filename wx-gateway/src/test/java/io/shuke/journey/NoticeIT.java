package io.shuke.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shuke.OpenShop;
import io.shuke.marketing.push.Message;
import io.shuke.marketing.push.MessageTemplates;
import io.shuke.marketing.push.NoticeTerms;
import io.shuke.marketing.push.Notices;
import io.shuke.marketing.push.Occasion;
import io.shuke.marketing.push.PushRules;
import io.shuke.marketing.push.Pushes;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.NightlyJob;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.membership.MemberId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a member is told of by itself, on his phone, at any hour of the day. */
@OpenShop
class NoticeIT {

    private static final MerchantId SHOP = new MerchantId(1);
    private static final List<Occasion> TOLD = List.of(Occasion.JOINED, Occasion.LEVEL_UP, Occasion.POINTS_EXPIRING);

    private final Door door;

    @Autowired
    Notices notices;

    @Autowired
    Pushes pushes;

    @Autowired
    MessageTemplates templates;

    @Autowired
    Ledger ledger;

    @Autowired
    List<NightlyJob> jobs;

    @Autowired
    Clock clock;

    @Autowired
    Jdbc jdbc;

    private final PushRules usual = PushRules.usual();

    NoticeIT(@LocalServerPort int port) {
        this.door = new Door(port);
    }

    private <T> T in(Supplier<T> work) {
        return jdbc.within(SHOP, work);
    }

    @BeforeEach
    void switchOn() {
        await().atMost(Duration.ofSeconds(30)).until(() -> in(templates::all).size() > 20);
        quiet(LocalTime.NOON, LocalTime.NOON);
        switched(true);
    }

    @AfterEach
    void switchOff() {
        quiet(usual.quietFrom(), usual.quietUntil());
        switched(false);
    }

    private void quiet(LocalTime from, LocalTime until) {
        in(() -> {
            pushes.change(new PushRules(usual.most(), usual.days(), from, until, usual.boughtDays(), usual.holdOut()));
            return true;
        });
    }

    private void switched(boolean on) {
        for (var terms : in(notices::all)) {
            if (TOLD.contains(terms.occasion())) {
                var word = terms.occasion().words().get(0).name();
                var values = Map.of("thing1", terms.occasion().label(), "time2", "{日期}", "thing3", word);
                var message = new Message.Template(Guest.OFFICIAL, "tpl-level", values, "/h5/");
                in(() -> notices.change(
                        new NoticeTerms(terms.occasion(), on, terms.days(), List.of(message), terms.version())));
            }
        }
    }

    private void hears(Guest guest, String first, String second) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(messages(guest)).contains(first).contains(second));
        assertThat(messages(guest).split(first, -1)).hasSize(2);
    }

    private String messages(Guest guest) {
        return door.call("GET", "/sim/api/people/" + guest.id() + "/messages", Map.of(), null)
                .text();
    }

    @Test
    void joiningRisingAndPointsThatEndAreToldOnThePhone() {
        var guest = door.stranger();
        guest.act("follow", "{}");
        guest.logIn();
        guest.join();
        guest.join();
        hears(guest, "入会成功", "年");

        var till = new Till(door);
        var member = till.meet(guest);
        var bill = till.bill(UUID.randomUUID().toString(), member, ",\"paidFen\":35000")
                .replace("2000", "35000");
        assertThat(till.post("/till/v1/bills", bill).status()).isEqualTo(201);
        hears(guest, "会员升级", "普通会员");

        var today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai")));
        var ends = today.plusDays(5);
        var points = Movement.earn(
                        new MemberId(Long.parseLong(member)),
                        Asset.POINTS,
                        77,
                        Reason.ACTIVITY,
                        new Reference("notice:" + member))
                .goodThrough(ends);
        in(() -> ledger.post(points));
        var job = jobs.stream()
                .filter(one -> one.name().equals("push.reminders"))
                .findFirst()
                .orElseThrow();
        in(() -> job.work().applyAsInt(today));
        in(() -> job.work().applyAsInt(today));
        hears(guest, "积分到期", "77");

        assertThat(guest.call("PUT", "/api/me/opt-outs", "{\"items\":[{\"topic\":\"POINTS\"}]}")
                        .text())
                .contains("\"code\":\"POINTS\"")
                .contains("\"label\":\"积分变动和到期\"");
    }
}

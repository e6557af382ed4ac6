package io.shuke.journey;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shuke.OpenShop;
import io.shuke.marketing.push.Audience;
import io.shuke.marketing.push.Credits;
import io.shuke.marketing.push.Message;
import io.shuke.marketing.push.MessageTemplates;
import io.shuke.marketing.push.NewPush;
import io.shuke.marketing.push.Progress;
import io.shuke.marketing.push.Pushes;
import io.shuke.marketing.push.RecipientState;
import io.shuke.marketing.push.Saying;
import io.shuke.marketing.push.Skip;
import io.shuke.marketing.push.Topic;
import io.shuke.marketing.push.Way;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Messages on their way through the simulator, with everything that can go wrong there. */
@OpenShop
class PushIT {

    private static final MerchantId SHOP = new MerchantId(1);
    private static final String SEND = "/cgi-bin/message/template/send";
    private static final Message TEMPLATE = new Message.Template(
            Guest.OFFICIAL,
            "tpl-level",
            Map.of("thing1", "金卡", "time2", "2026年11月25日", "thing3", "{昵称}升级了"),
            "/h5/card");
    private static final Message MINI = new Message.Subscription(
            Guest.MINI, "tpl-care", Map.of("thing1", "面馆", "time2", "2026年11月25日", "thing3", "等你来"), "pages/card/card");

    @LocalServerPort
    int port;

    @Autowired
    Pushes pushes;

    @Autowired
    MessageTemplates templates;

    @Autowired
    Credits credits;

    @Autowired
    Members members;

    @Autowired
    Jdbc jdbc;

    @Autowired
    JdbcTemplate database;

    Door door;

    @BeforeEach
    void open() {
        door = new Door(port);
        await().atMost(Duration.ofSeconds(30)).until(() -> in(templates::all).size() > 20);
    }

    @AfterEach
    void mend() {
        door.call("DELETE", "/sim/api/faults", Map.of(), null);
        database.update("DELETE FROM push_line");
    }

    private <T> T in(Supplier<T> work) {
        return jdbc.within(SHOP, work);
    }

    private Guest follower() {
        var guest = door.member();
        guest.act("follow", "{}");
        return guest;
    }

    private List<Guest> followers(int many) {
        var guests = Stream.generate(this::follower).limit(many).toList();
        await().atMost(Duration.ofSeconds(20)).until(() -> guests.stream()
                .allMatch(guest ->
                        in(() -> members.following(new Identity(Guest.OFFICIAL, guest.openid(Guest.OFFICIAL))))));
        return guests;
    }

    private MemberId member(Guest guest) {
        return in(() -> members.recognise(List.of(new Identity(Guest.OFFICIAL, guest.openid(Guest.OFFICIAL))))
                .orElseThrow()
                .id());
    }

    private long start(List<Guest> guests, Message... messages) {
        var people = guests.stream().map(this::member).toList();
        var push = in(() -> pushes.create(
                new NewPush("试推送", Topic.SERVICE, List.of(messages), new Audience.Named(people), null, 0, "staff:1")));
        in(() -> pushes.start(push.id(), null));
        return push.id();
    }

    private Progress over(long push) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> in(() -> pushes.progress(push)).isOver());
        return in(() -> pushes.progress(push));
    }

    private void fault(String json) {
        assertThat(door.call("POST", "/sim/api/faults", Map.of(), json).status())
                .isLessThan(300);
    }

    private long received(Guest guest) {
        var messages = door.call("GET", "/sim/api/people/" + guest.id() + "/messages", Map.of(), null);
        return messages.text().split("TEMPLATE", -1).length - 1L;
    }

    @Test
    void everybodyHearsOnceAndOpensThePage() {
        var guests = followers(12);
        var push = start(guests, TEMPLATE);
        var done = over(push);
        assertThat(done.count(RecipientState.SENT)).isEqualTo(12);
        assertThat(guests).allSatisfy(guest -> assertThat(received(guest)).isEqualTo(1));
        await().atMost(Duration.ofSeconds(20)).until(() -> count("delivered_at IS NOT NULL", push) == 12);
        assertThat(count("message_id IS NOT NULL", push)).isEqualTo(12);

        var messages = door.call("GET", "/sim/api/people/" + guests.get(0).id() + "/messages", Map.of(), null)
                .text();
        var link = messages.substring(messages.indexOf("/l/"), messages.indexOf('"', messages.indexOf("/l/")));
        var answer = door.call("GET", link, Map.of(), null);
        assertThat(answer.header("Location")).isEqualTo("/h5/card");
        assertThat(count("opened_at IS NOT NULL", push)).isEqualTo(1);
        assertThat(door.call("GET", link.substring(0, link.length() - 2) + "AA", Map.of(), null)
                        .header("Location"))
                .isEqualTo("/h5/");
        assertThat(count("opened_at IS NOT NULL", push)).isEqualTo(1);
    }

    private long count(String condition, long push) {
        var count = database.queryForObject(
                "SELECT COUNT(*) FROM push_recipient WHERE push_id = ? AND " + condition, Long.class, push);
        return count == null ? 0 : count;
    }

    @Test
    void whatWasCertainlyNotSentIsSentAgainOnce() {
        for (int errcode : new int[] {-1, 40001}) {
            var guests = followers(3);
            fault("{\"path\":\"%s\",\"errcode\":%d,\"times\":2}".formatted(SEND, errcode));
            assertThat(over(start(guests, TEMPLATE)).count(RecipientState.SENT)).isEqualTo(3);
            assertThat(guests).allSatisfy(guest -> assertThat(received(guest)).isEqualTo(1));
        }
    }

    @Test
    void whatMayHaveBeenSentIsNeverSentAgain() {
        var guests = followers(3);
        fault("{\"path\":\"%s\",\"drop\":true,\"handled\":true,\"times\":1}".formatted(SEND));
        fault("{\"path\":\"%s\",\"drop\":true,\"times\":1}".formatted(SEND));
        var done = over(start(guests, TEMPLATE));
        assertThat(done.count(RecipientState.UNKNOWN)).isEqualTo(2);
        assertThat(done.count(RecipientState.SENT)).isEqualTo(1);
        assertThat(done.reasons()).containsEntry(Skip.NO_ANSWER, 2L);
        assertThat(guests).allSatisfy(guest -> assertThat(received(guest)).isLessThanOrEqualTo(1));
    }

    @Test
    void whoStandsAgainstItIsLeftAlone() {
        for (int errcode : new int[] {43004, 40003}) {
            var guests = followers(2);
            fault("{\"path\":\"%s\",\"errcode\":%d,\"openid\":\"%s\"}"
                    .formatted(SEND, errcode, guests.get(0).openid(Guest.OFFICIAL)));
            var done = over(start(guests, TEMPLATE));
            assertThat(done.reasons()).containsEntry(Skip.REFUSED, 1L);
            assertThat(done.count(RecipientState.SENT)).isEqualTo(1);
        }
    }

    @Test
    void aUsedUpQuotaStopsTheCallsAndWaits() {
        var guests = followers(40);
        door.call("DELETE", "/sim/api/requests", Map.of(), null);
        fault("{\"path\":\"%s\",\"errcode\":45009}".formatted(SEND));
        var push = start(guests, TEMPLATE);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> in(() -> pushes.progress(push)).waitsFor() != null);
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(3)).until(() -> true);
        var progress = in(() -> pushes.progress(push));
        assertThat(progress.waitsFor())
                .satisfies(wait -> assertThat(requireNonNull(wait).why()).isEqualTo("quota"));
        assertThat(progress.count(RecipientState.PENDING)).isEqualTo(40);
        var calls = door.call("GET", "/sim/api/requests", Map.of(), null).text().split(SEND, -1).length - 1;
        // Those that were on their way when the first answer came, and none after.
        assertThat(calls).isLessThanOrEqualTo(32);
        in(() -> pushes.stop(push));
        assertThat(over(push).count(RecipientState.SKIPPED)).isEqualTo(40);
    }

    @Test
    void withoutConsentTheNextWayIsTried() {
        var guests = followers(2);
        var agreed = guests.get(0);
        agreed.logInToMiniProgram();
        assertThat(agreed.join().status()).isLessThan(300);
        var told = agreed.call(
                "POST",
                "/api/me/subscriptions",
                "{\"appid\":\"%s\",\"results\":{\"tpl-care\":\"accept\"}}".formatted(Guest.MINI));
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.text()).contains("\"left\":1");
        // The page says so, but the simulator's WeChat knows of no consent: 43101.
        var done = over(start(guests, MINI, TEMPLATE));
        assertThat(done.count(RecipientState.SENT)).isEqualTo(2);
        assertThat(in(() -> credits.of(member(agreed)))).isEmpty();
    }

    @Test
    void anAnswerToWhoWrote() {
        var guest = follower();
        guest.act("say", "{\"text\":\"在吗\"}");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> in(() -> pushes.reach(new NewPush(
                                        "答",
                                        Topic.SERVICE,
                                        List.of(new Message.Chat(Guest.OFFICIAL, new Saying.Text("在的"))),
                                        new Audience.Named(List.of(member(guest))),
                                        null,
                                        0,
                                        "staff:1")))
                                .byWay()
                                .size()
                        == 1);
        var done = over(start(List.of(guest), new Message.Chat(Guest.OFFICIAL, new Saying.Text("在的，{昵称}"))));
        assertThat(done.count(RecipientState.SENT)).isEqualTo(1);
    }

    @Test
    void aTextMessageReachesWhoFollowsNothing() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> in(templates::all).stream().anyMatch(form -> form.way() == Way.SMS));
        var guest = door.stranger();
        guest.logInToMiniProgram();
        assertThat(guest.join(",\"phoneCode\":\"" + guest.phoneCode() + "\"").status())
                .isLessThan(300);
        var member = in(() -> members.recognise(List.of(new Identity(Guest.MINI, guest.openid(Guest.MINI))))
                .orElseThrow()
                .id());
        var text = new Message.Sms("SMS_100001", Map.of("name", "{昵称}", "level", "金卡"));
        var push = in(() -> pushes.create(new NewPush(
                "短信",
                Topic.SERVICE,
                List.of(TEMPLATE, text),
                new Audience.Named(List.of(member)),
                null,
                0,
                "staff:1")));
        in(() -> pushes.start(push.id(), null));
        assertThat(over(push.id()).byWay()).containsExactly(Map.entry(Way.SMS, 1L));
        assertThat(door.call("GET", "/sim/api/people/" + guest.id() + "/messages", Map.of(), null)
                        .text())
                .contains("【熟客】尊敬的")
                .contains("您已升级为金卡");
    }
}

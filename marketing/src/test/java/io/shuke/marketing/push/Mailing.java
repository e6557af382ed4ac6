package io.shuke.marketing.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.SettableClock;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.Consents;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Joining;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A shop of its own for each test, whose members can be written to. */
@Component
class Mailing {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final Message TEMPLATE = new Message.Template("official", "tpl", Map.of("thing1", "你好{昵称}"), "/h5/card");
    static final Message MINI = new Message.Subscription("mini", "sub", Map.of("thing1", "上新"), "pages/card/card");

    final Pushes pushes;
    final Outbox outbox;
    final Postbox postbox;
    final Notices notices;
    final Credits credits;
    final OptOuts optOuts;
    final Members members;
    private final MessageTemplates templates;
    private final Consents consents;
    private final Merchants merchants;
    private final SettableClock clock;
    private final JdbcTemplate database;
    private final Jdbc jdbc;
    private final Ids ids;
    private MerchantId merchant = new MerchantId(1);

    Mailing(
            Pushes pushes,
            Outbox outbox,
            Postbox postbox,
            Notices notices,
            Credits credits,
            OptOuts optOuts,
            Members members,
            MessageTemplates templates,
            Consents consents,
            Merchants merchants,
            SettableClock clock,
            JdbcTemplate database,
            Jdbc jdbc,
            Ids ids) {
        this.pushes = pushes;
        this.outbox = outbox;
        this.postbox = postbox;
        this.notices = notices;
        this.credits = credits;
        this.optOuts = optOuts;
        this.members = members;
        this.templates = templates;
        this.consents = consents;
        this.merchants = merchants;
        this.clock = clock;
        this.database = database;
        this.jdbc = jdbc;
        this.ids = ids;
    }

    void open() {
        clock.setNoon(LocalDate.of(2026, 11, 25), SHANGHAI);
        merchant = new MerchantId(ids.next());
        in(() -> merchants.open(new Merchant(merchant, "面馆", SHANGHAI)));
        var gaps = List.of(new Gap("thing1", "提示"));
        in(() -> templates.replace(
                "official", Way.TEMPLATE, List.of(new MessageTemplate("official", "tpl", Way.TEMPLATE, "提醒", gaps))));
        in(() -> templates.replace(
                "mini", Way.SUBSCRIPTION, List.of(new MessageTemplate("mini", "sub", Way.SUBSCRIPTION, "上新", gaps))));
    }

    MerchantId merchant() {
        return merchant;
    }

    /** A follower with the mini-program. */
    MemberId joins() {
        var official = new Identity("official", "o" + ids.next());
        var mini = new Identity("mini", "m" + ids.next());
        var joining = new Joining(
                List.of(official, mini), null, consents.current().version(), "test", null, null, null, null);
        var member = in(() -> members.join(joining).member().id());
        in(() -> members.followed(official));
        return member;
    }

    List<MemberId> join(int many) {
        return Stream.generate(this::joins).limit(many).toList();
    }

    Push push(Topic topic, @Nullable List<MemberId> people, int holdOut, Message... messages) {
        return in(
                () -> pushes.create(new NewPush("上新", topic, List.of(messages), to(people), null, holdOut, "staff:1")));
    }

    static Audience to(@Nullable List<MemberId> people) {
        return people == null ? new Audience.Everybody() : new Audience.Named(people);
    }

    /** Started, and its list made. */
    Push started(Topic topic, @Nullable List<MemberId> people, int holdOut, Message... messages) {
        var push = push(topic, people, holdOut, messages);
        in(() -> pushes.start(push.id(), null));
        while (in(outbox::prepare)) {
            // Until the list is whole.
        }
        return push;
    }

    Progress progress(Push push) {
        return in(() -> pushes.progress(push.id()));
    }

    List<Claimed> claim(int most) {
        return in(() -> outbox.claim(most).messages());
    }

    void settle(List<Claimed> claimed, Verdict verdict) {
        in(() -> outbox.settle(
                claimed.stream().map(one -> new Settled(one, verdict)).toList()));
    }

    /** I19 and I35's half that the database knows: nobody twice, and the figures add up. */
    void allAddsUp(Push push, long people) {
        assertThat(progress(push).people()).isEqualTo(people);
        assertThat(
                        count(
                                "SELECT COUNT(*) - COUNT(DISTINCT push_id, member_id) FROM push_recipient WHERE merchant_id = ?"))
                .isZero();
    }

    long count(String sql) {
        var count = database.queryForObject(sql, Long.class, merchant.value());
        return count == null ? 0 : count;
    }

    Jdbc jdbc() {
        return jdbc;
    }

    SettableClock clock() {
        return clock;
    }

    <T> T in(Supplier<T> work) {
        return jdbc.within(merchant, work);
    }

    void in(Runnable work) {
        in(() -> {
            work.run();
            return true;
        });
    }
}

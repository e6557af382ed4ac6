package io.shuke.member.membership;

import static io.shuke.member.membership.Shopkeeper.MINI;
import static io.shuke.member.membership.Shopkeeper.OFFICIAL;
import static io.shuke.member.membership.Shopkeeper.UNION;
import static io.shuke.member.membership.Shopkeeper.identity;
import static io.shuke.member.membership.Shopkeeper.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ShopTest;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ShopTest
class LeavingIT {

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Members members;

    @Autowired
    Merges merges;

    @Autowired
    Consents consents;

    @Autowired
    Jdbc jdbc;

    @Autowired
    JdbcTemplate database;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    @Test
    void withdrawalDeletesWhatCameThatWayAndLeavesTheOtherDoorOpen() {
        var mini = identity(MINI);
        var official = identity(OFFICIAL);
        var union = identity(UNION);
        var phone = phone();
        var member = join(phone, "微信名", mini, union);
        assertThat(recognise(official, union)).isEqualTo(member.id());

        run(() -> members.withdraw(mini));

        var left = within(() -> members.member(member.id()));
        assertThat(left.phoneMasked()).isNull();
        assertThat(left.nickname()).isEqualTo("会员" + member.number().substring(6));
        assertThat(left.state()).isEqualTo(MemberState.ACTIVE);
        assertThat(within(() -> members.recognise(List.of(mini)))).isEmpty();
        assertThat(recognise(mini, union)).isEqualTo(member.id());
        assertThat(within(() -> members.identities(member.id()))).containsExactlyInAnyOrder(official, union);
        assertThat(within(() -> consents.of(member.id())))
                .extracting(Consent::granted)
                .containsExactly(true, false);
        assertThat(shopkeeper.heard(MemberWithdrew.class))
                .containsExactly(new MemberWithdrew(member.id(), MINI, false));
        assertThat(join(phone, null, identity(MINI)).id()).isNotEqualTo(member.id());
    }

    @Test
    void withdrawalEverywhereStopsUntilThePersonConsentsAgain() {
        var mini = identity(MINI);
        var union = identity(UNION);
        var member = join(phone(), "微信名", mini, union);

        run(() -> members.withdraw(mini));
        run(() -> members.withdraw(mini));

        assertThat(within(() -> members.recognise(List.of(mini, union)))).isEmpty();
        assertThat(within(() -> members.identities(member.id()))).isEmpty();
        assertThat(within(() -> members.member(member.id())).state()).isEqualTo(MemberState.WITHDRAWN);
        assertThatThrownBy(() -> within(() -> members.change(member.id(), new ProfileChange("x", null, null, null))))
                .isInstanceOf(MembershipRefusal.class);
        assertThat(shopkeeper.heard(MemberWithdrew.class)).hasSize(1);

        var again = within(() -> members.join(shopkeeper.joining(mini, union)));
        assertThat(again.first()).isFalse();
        assertThat(again.member().number()).isEqualTo(member.number());
        assertThat(again.member().state()).isEqualTo(MemberState.ACTIVE);
        assertThat(within(() -> members.identities(member.id()))).containsExactlyInAnyOrder(mini, union);
        assertThat(within(() -> consents.of(member.id())))
                .extracting(Consent::granted)
                .containsExactly(true, false, true);
    }

    @Test
    void withdrawalOfSomebodyUnknownIsNothing() {
        run(() -> members.withdraw(identity(MINI)));

        assertThat(shopkeeper.heard(MemberWithdrew.class)).isEmpty();
    }

    @Test
    void lateEventsOfAFanChangeNothing() {
        var fan = identity(OFFICIAL);
        var noon = Instant.parse("2026-11-22T04:00:00Z");

        run(() -> members.followed(fan, noon));
        run(() -> members.unfollowed(fan, noon.minusSeconds(1)));
        assertThat(within(() -> members.following(fan))).isTrue();

        run(() -> members.unfollowed(fan, noon.plusSeconds(2)));
        run(() -> members.followed(fan, noon.plusSeconds(1)));
        assertThat(within(() -> members.following(fan))).isFalse();
        assertThat(within(() -> members.following(identity(OFFICIAL)))).isFalse();
    }

    @Test
    void unfollowingDeletesWhatTheAccountToldAboutItsFan() {
        var fan = identity(OFFICIAL);
        var member = join(null, "粉丝名", fan);
        var noon = Instant.parse("2026-11-22T04:00:00Z");
        run(() -> members.followed(fan, noon));

        run(() -> members.unfollowed(fan, noon.minusSeconds(9)));
        assertThat(within(() -> members.member(member.id())).nickname()).isEqualTo("粉丝名");

        run(() -> members.unfollowed(fan, noon.plusSeconds(9)));
        assertThat(within(() -> members.member(member.id())).nickname()).startsWith("会员");
        assertThat(recognise(fan)).isEqualTo(member.id());
    }

    @Test
    void deregistrationLeavesNothingPersonal() {
        var mini = identity(MINI);
        var union = identity(UNION);
        var phone = phone();
        var member = join(phone, "小王", mini, union);
        var older = jdbc.within(shop, () -> members.member(member.id()));
        change(member.id());
        run(() -> members.followed(mini));
        var absorbed = join(null, "另名", identity(OFFICIAL));
        within(() -> merges.merge(older.id(), absorbed.id(), "staff:1"));

        run(() -> members.deregister(member.id()));

        for (var table : List.of("member_key", "member_identity", "important_date", "fan")) {
            assertThat(shopkeeper.count(table, shop)).as(table).isZero();
        }
        assertThat(database.queryForList(
                        "SELECT nickname, birthday, profile, phone_id, nickname_from FROM member WHERE merchant_id = ?",
                        shop.value()))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.values()).containsOnlyNulls());
        assertThat(within(() -> members.recognise(List.of(mini, union)))).isEmpty();
        assertThatThrownBy(() -> within(() -> members.member(member.id())))
                .isInstanceOfSatisfying(MembershipRefusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("membership.unknown-member"));
        assertThat(shopkeeper.heard(MemberLeaving.class)).containsExactly(new MemberLeaving(member.id()));
        assertThat(shopkeeper.heard(MemberLeft.class))
                .containsExactly(new MemberLeft(member.id()), new MemberLeft(absorbed.id()));

        var again = within(() -> members.join(shopkeeper.joining(phone, null, mini, union)));
        assertThat(again.first()).isTrue();
        assertThat(again.member().id()).isNotEqualTo(member.id());
    }

    @Test
    void yesterdaysBackupCannotBeReadAfterDeregistration() {
        var member = join(phone(), "小王", identity(MINI));
        change(member.id());
        var backup = database.queryForMap(
                "SELECT nickname, birthday, profile FROM member WHERE merchant_id = ? AND id = ?",
                shop.value(),
                member.id().value());
        run(() -> members.deregister(member.id()));

        database.update(
                "UPDATE member SET state = 'ACTIVE', nickname = ?, birthday = ?, profile = ? WHERE merchant_id = ?"
                        + " AND id = ?",
                backup.get("nickname"),
                backup.get("birthday"),
                backup.get("profile"),
                shop.value(),
                member.id().value());

        assertThatThrownBy(() -> within(() -> members.member(member.id()))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void deregistrationIsAllOrNothing() {
        var mini = identity(MINI);
        var member = join(phone(), "小王", mini);
        shopkeeper.obstruct(MembershipRefusal.notMergeable());

        assertThatThrownBy(() -> run(() -> members.deregister(member.id()))).isInstanceOf(MembershipRefusal.class);

        assertThat(within(() -> members.member(member.id()))).isEqualTo(member);
        assertThat(recognise(mini)).isEqualTo(member.id());
    }

    @Test
    void racingFarewellsAndGreetingsLeaveNoOrphans() {
        var mini = identity(MINI);
        var union = identity(UNION);
        join(null, null, mini, union);
        var races = new ArrayList<Supplier<Boolean>>();
        for (int i = 0; i < 200; i++) {
            if (i % 20 == 10) {
                races.add(() -> {
                    members.recognise(List.of(union, mini)).map(Member::id).ifPresent(this::deregister);
                    return false;
                });
            } else {
                races.add(() -> members.join(shopkeeper.joining(mini, union)).first());
            }
        }
        shopkeeper.race(shop, races);

        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM member_identity i LEFT JOIN member m ON m.merchant_id = i.merchant_id"
                                + " AND m.id = i.member_id AND m.state = 'ACTIVE' WHERE i.merchant_id = ? AND m.id IS NULL",
                        Long.class,
                        shop.value()))
                .isZero();
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM member WHERE merchant_id = ? AND state = 'ACTIVE'",
                        Long.class,
                        shop.value()))
                .isEqualTo(shopkeeper.count("member_key", shop))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void exportTellsEverythingAndShowsNoAccountName() {
        var mini = identity(MINI);
        var phone = phone();
        var member = join(phone, "小王", mini);
        change(member.id());

        var export = within(() -> members.export(member.id()));

        assertThat(export.member().birthday()).isEqualTo("1990-05-17");
        assertThat(export.dates()).hasSize(1);
        assertThat(export.consents()).hasSize(1);
        assertThat(export.identities()).extracting(one -> one.get("provider")).containsExactlyInAnyOrder(MINI, "phone");
        assertThat(export.identities().toString())
                .doesNotContain(mini.subject())
                .doesNotContain(phone.number())
                .contains(phone.masked());
    }

    private void deregister(MemberId id) {
        try {
            members.deregister(id);
        } catch (MembershipRefusal somebodyElseDid) {
            assertThat(somebodyElseDid.code()).isEqualTo("membership.unknown-member");
        }
    }

    private void change(MemberId id) {
        within(() -> members.change(
                id,
                new ProfileChange(
                        "小王",
                        LocalDate.of(1990, 5, 17),
                        Map.of("job", "教师"),
                        List.of(ImportantDate.yearly(Occasion.BIRTHDAY, YearDay.lunar(4, 23))))));
    }

    private Member join(@Nullable Phone phone, @Nullable String nickname, Identity... identities) {
        return within(() -> members.join(shopkeeper.joining(phone, nickname, identities)))
                .member();
    }

    private MemberId recognise(Identity... identities) {
        return within(() -> members.recognise(List.of(identities)))
                .orElseThrow()
                .id();
    }

    private void run(Runnable work) {
        within(() -> {
            work.run();
            return true;
        });
    }

    private <T> T within(Supplier<T> work) {
        return jdbc.within(shop, work);
    }
}

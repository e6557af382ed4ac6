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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class JoiningIT {

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Members members;

    @Autowired
    Consents consents;

    @Autowired
    Jdbc jdbc;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    @Test
    void makesAMemberOnce() {
        var joining = new Joining(
                List.of(identity(OFFICIAL), identity(UNION)),
                phone(),
                consents.current().version(),
                "h5",
                "小王",
                LocalDate.of(1992, 2, 29),
                "store-1",
                "INVITE");

        var first = join(joining);
        var again = join(joining);

        assertThat(first.first()).isTrue();
        assertThat(again).isEqualTo(new Joined(first.member(), false));
        assertThat(first.member().nickname()).isEqualTo("小王");
        assertThat(first.member().birthday()).isEqualTo("1992-02-29");
        assertThat(first.member().phoneMasked()).matches("139\\*{4}[0-9]{4}");
        assertThat(CardNumber.valid(first.member().number())).isTrue();
        assertThat(shopkeeper.heard(MemberJoined.class))
                .containsExactly(new MemberJoined(first.member().id(), "store-1", "INVITE"));
        assertThat(jdbc.within(shop, () -> consents.of(first.member().id())))
                .singleElement()
                .satisfies(consent -> {
                    assertThat(consent.version()).isEqualTo("v1");
                    assertThat(consent.channel()).isEqualTo("h5");
                    assertThat(consent.granted()).isTrue();
                });
    }

    @Test
    void needsTheTextThatIsShownToday() {
        var outdated = new Joining(List.of(identity(MINI)), null, "v0", "mini", null, null, null, null);

        assertThatThrownBy(() -> join(outdated))
                .isInstanceOfSatisfying(MembershipRefusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("membership.consent-outdated"));
        assertThat(shopkeeper.count("member", shop)).isZero();
    }

    @Test
    void keepsNothingOfAChildThatItRefuses() {
        var child = new Joining(
                List.of(identity(MINI)), phone(), "v1", "mini", "小朋友", LocalDate.of(2020, 1, 1), null, null);

        assertThatThrownBy(() -> join(child))
                .isInstanceOfSatisfying(MembershipRefusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("membership.guardian-needed"));
        assertThat(shopkeeper.count("member_identity", shop)).isZero();
    }

    @Test
    void findsTheMemberByTheVerifiedPhone() {
        var phone = phone();
        var official = join(shopkeeper.joining(phone, null, identity(OFFICIAL)));
        var mini = identity(MINI);

        var joined = join(shopkeeper.joining(phone, null, mini));

        assertThat(joined.first()).isFalse();
        assertThat(joined.member().id()).isEqualTo(official.member().id());
        assertThat(jdbc.within(shop, () -> members.recognise(List.of(mini)))).contains(official.member());
    }

    @Test
    void leavesThePhoneAloneThatAMemberHas() {
        var person = identity(MINI);
        var had = phone();
        join(shopkeeper.joining(had, "老王", person));

        var again = join(shopkeeper.joining(phone(), "新名", person));

        assertThat(again.member().phoneMasked()).isEqualTo(had.masked());
        assertThat(again.member().nickname()).isEqualTo("老王");
    }

    @Test
    void racingJoinsOfOnePersonMakeOneMember() {
        var union = identity(UNION);
        var official = identity(OFFICIAL);
        var mini = identity(MINI);
        var phone = phone();
        var races = new ArrayList<Supplier<Joined>>();
        for (int i = 0; i < 50; i++) {
            races.add(() -> members.join(shopkeeper.joining(official, union)));
            races.add(() -> members.join(shopkeeper.joining(mini, union)));
            races.add(() -> members.join(shopkeeper.joining(phone, "王", union)));
            races.add(() -> members.join(shopkeeper.joining(phone, "王", mini, union)));
        }

        var joined = shopkeeper.race(shop, races);

        assertThat(joined).hasSize(200);
        assertThat(joined)
                .extracting(one -> one.member().id())
                .containsOnly(joined.get(0).member().id());
        assertThat(joined).filteredOn(Joined::first).hasSize(1);
        assertThat(shopkeeper.heard(MemberJoined.class)).hasSize(1);
        assertThat(shopkeeper.count("member", shop)).isOne();
        assertThat(shopkeeper.count("member_key", shop)).isOne();
        assertThat(shopkeeper.count("member_identity", shop)).isEqualTo(4);
        assertThat(shopkeeper.count("member_consent", shop)).isOne();
    }

    @Test
    void racingJoinsThatOnlyLaterProveToBeOnePersonEndInOneMember() {
        for (int round = 0; round < 10; round++) {
            var official = identity(OFFICIAL);
            var mini = identity(MINI);
            var races = new ArrayList<Supplier<MemberId>>();
            for (int i = 0; i < 7; i++) {
                races.add(() ->
                        members.join(shopkeeper.joining(official)).member().id());
                races.add(() -> members.join(shopkeeper.joining(mini)).member().id());
                races.add(() -> members.join(shopkeeper.joining(official, mini))
                        .member()
                        .id());
            }
            shopkeeper.race(shop, races);

            var one = jdbc.within(shop, () -> members.recognise(List.of(official)));
            assertThat(one).isPresent();
            assertThat(jdbc.within(shop, () -> members.recognise(List.of(mini))))
                    .isEqualTo(one);
        }
    }

    @Test
    void differentPeopleDoNotWaitForTheSameNumber() {
        var races = new ArrayList<Supplier<Joined>>();
        for (int i = 0; i < 200; i++) {
            races.add(() -> members.join(shopkeeper.joining(identity(MINI), identity(UNION))));
        }

        assertThat(shopkeeper.race(shop, races))
                .allMatch(Joined::first)
                .extracting(joined -> joined.member().number())
                .doesNotHaveDuplicates();
    }

    @Test
    void sameIdentityAtTwoShopsIsTwoMembers() {
        var person = identity(UNION);
        var here = join(shopkeeper.joining(person));
        var other = shopkeeper.opens();

        assertThat(jdbc.within(other, () -> members.recognise(List.of(person)))).isEmpty();
        assertThatThrownBy(() ->
                        jdbc.within(other, () -> members.member(here.member().id())))
                .isInstanceOf(MembershipRefusal.class);
        assertThat(jdbc.within(other, () -> members.join(shopkeeper.joining(person)))
                        .first())
                .isTrue();
    }

    private Joined join(Joining joining) {
        return jdbc.within(shop, () -> members.join(joining));
    }
}

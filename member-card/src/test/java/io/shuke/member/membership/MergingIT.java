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
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class MergingIT {

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

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    @Test
    void linksWhatIsMissing() {
        var official = identity(OFFICIAL);
        var union = identity(UNION);
        var mini = identity(MINI);
        var member = join(official, union);

        assertThat(recognise(mini, union)).contains(member);
        assertThat(recognise(mini)).contains(member);
        assertThat(identities(member)).containsExactlyInAnyOrder(official, union, mini);
    }

    @Test
    void knowsNobodyWithoutJoining() {
        assertThat(recognise(identity(MINI), identity(UNION))).isEmpty();
        assertThat(recognise()).isEmpty();
        assertThat(shopkeeper.count("member_identity", shop)).isZero();
    }

    @Test
    void keepsTheOlderOfTwoWhoAreOne() {
        var official = identity(OFFICIAL);
        var mini = identity(MINI);
        var older = join(official);
        var younger = join(mini);

        assertThat(recognise(mini, official).map(Member::id)).contains(older.id());
        assertThat(recognise(mini).map(Member::id)).contains(older.id());
        assertThat(within(() -> members.member(younger.id())).id()).isEqualTo(older.id());
        assertThat(identities(older)).containsExactlyInAnyOrder(official, mini);
        assertThat(shopkeeper.heard(MergedMembers.class)).singleElement().satisfies(merged -> {
            assertThat(merged.kept()).isEqualTo(older.id());
            assertThat(merged.absorbed()).isEqualTo(younger.id());
        });
    }

    @Test
    void movesEverythingAndFillsOnlyTheGaps() {
        var phone = phone();
        var older = join(identity(OFFICIAL));
        change(older, "老王", Map.of("job", "厨师"), List.of());
        var younger = within(() -> members.join(shopkeeper.joining(phone, "小王", identity(MINI))))
                .member();
        var wedding = ImportantDate.yearly(Occasion.ANNIVERSARY, YearDay.lunarLeap(6, 15));
        change(younger, "小王", Map.of("job", "老板", "name", "王大锤"), List.of(wedding));

        var preview = within(() -> merges.preview(younger.id(), older.id()));
        within(() -> merges.merge(younger.id(), older.id(), "staff:1"));

        assertThat(preview.kept().id()).isEqualTo(older.id());
        assertThat(preview.filled()).containsExactly("profile.name");
        assertThat(preview.moved()).isEqualTo(2);
        assertThat(preview.silent()).isTrue();
        var kept = within(() -> members.member(older.id()));
        assertThat(kept.nickname()).isEqualTo("老王");
        assertThat(kept.number()).isEqualTo(older.number());
        assertThat(kept.phoneMasked()).isEqualTo(phone.masked());
        assertThat(kept.profile()).containsOnly(Map.entry("job", "厨师"), Map.entry("name", "王大锤"));
        assertThat(within(() -> members.dates(older.id()))).containsExactly(wedding);
        assertThat(within(() -> consents.of(older.id()))).hasSize(2);
    }

    @Test
    void undoingRestoresBothToWhatTheyWere() {
        var phone = phone();
        var official = identity(OFFICIAL);
        var mini = identity(MINI);
        var older = join(official);
        var younger = within(() -> members.join(shopkeeper.joining(phone, "小王", mini)))
                .member();
        change(younger, "小王", Map.of("name", "王大锤"), List.of(ImportantDate.hundredDays(LocalDate.of(2026, 1, 1))));
        var olderBefore = within(() -> members.export(older.id()));
        var youngerBefore = within(() -> members.export(younger.id()));
        var merge = within(() -> merges.merge(older.id(), younger.id(), "staff:1"));
        assertThat(within(() -> members.member(older.id())).nickname()).isEqualTo("小王");

        undo(merge);

        assertThat(within(() -> members.export(older.id()))).isEqualTo(olderBefore);
        assertThat(within(() -> members.export(younger.id()))).isEqualTo(youngerBefore);
        assertThat(recognise(mini).map(Member::id)).contains(younger.id());
        assertThat(recognise(official).map(Member::id)).contains(older.id());
        assertThat(shopkeeper.heard(MergeUndone.class))
                .containsExactly(new MergeUndone(merge.id(), older.id(), younger.id()));
        assertThatThrownBy(() -> undo(merge)).isInstanceOf(MembershipRefusal.class);
    }

    @Test
    void doesNotMergeAgainBehindSomebodysBackWhatHeHasUndone() {
        var official = identity(OFFICIAL);
        var mini = identity(MINI);
        var older = join(official);
        var younger = join(mini);
        var merge = within(() -> merges.merge(older.id(), younger.id(), "staff:1"));
        undo(merge);

        assertThat(recognise(mini, official).map(Member::id)).contains(younger.id());
        assertThat(recognise(official, mini).map(Member::id)).contains(older.id());
        assertThat(within(() -> merges.of(younger.id()))).singleElement().satisfies(past -> assertThat(past.undoneAt())
                .isNotNull());
    }

    @Test
    void undoesTheLastOfAChainFirst() {
        var oldest = join(identity(OFFICIAL));
        var middle = join(identity(MINI));
        var union = identity(UNION);
        var youngest = join(union);
        var first = within(() -> merges.merge(middle.id(), youngest.id(), "staff:1"));
        var second = within(() -> merges.merge(oldest.id(), middle.id(), "staff:1"));
        assertThat(within(() -> members.member(youngest.id())).id()).isEqualTo(oldest.id());

        assertThatThrownBy(() -> undo(first)).isInstanceOf(MembershipRefusal.class);
        undo(second);
        undo(first);

        assertThat(recognise(union)).contains(youngest);
        assertThat(identities(middle)).hasSize(1);
        assertThat(identities(oldest)).hasSize(1);
    }

    @Test
    void leavesTwoVerifiedPhonesToAPerson() {
        var official = identity(OFFICIAL);
        var mini = identity(MINI);
        var union = identity(UNION);
        var one = within(() -> members.join(shopkeeper.joining(phone(), null, official)))
                .member();
        var otherPhone = phone();
        var other = within(() -> members.join(shopkeeper.joining(otherPhone, null, mini)))
                .member();

        assertThat(recognise(mini, official, union)).contains(other);
        assertThat(recognise(official, mini, union)).contains(one);
        assertThat(within(() -> merges.preview(one.id(), other.id())).silent()).isFalse();
        assertThatThrownBy(() -> within(() -> members.addPhone(one.id(), otherPhone)))
                .isInstanceOfSatisfying(MembershipRefusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("membership.phone-taken"));
        assertThat(shopkeeper.heard(MergedMembers.class)).isEmpty();

        var merge = within(() -> merges.merge(one.id(), other.id(), "staff:1"));
        assertThat(within(() -> members.member(other.id())).phoneMasked()).isEqualTo(one.phoneMasked());
        undo(merge);
        assertThat(within(() -> members.member(other.id()))).isEqualTo(other);
    }

    @Test
    void mergesByAVerifiedPhone() {
        var phone = phone();
        var older = within(() -> members.join(shopkeeper.joining(phone, null, identity(OFFICIAL))))
                .member();
        var younger = join(identity(MINI));

        assertThat(within(() -> members.addPhone(younger.id(), phone))).isEqualTo(older);
    }

    @Test
    void changesAPhoneForAnother() {
        var before = phone();
        var after = phone();
        var member = within(() -> members.join(shopkeeper.joining(before, null, identity(MINI))))
                .member();

        assertThat(within(() -> members.addPhone(member.id(), after)).phoneMasked())
                .isEqualTo(after.masked());
        var stranger = within(() -> members.join(shopkeeper.joining(before, null, identity(MINI))));
        assertThat(stranger.first()).isTrue();
    }

    @Test
    void racingMergesMoveEverythingOnce() {
        var official = identity(OFFICIAL);
        var mini = identity(MINI);
        var phone = phone();
        var older = within(() -> members.join(shopkeeper.joining(phone, "甲", official)))
                .member();
        var younger = join(mini);
        var races = new ArrayList<Supplier<Optional<MemberId>>>();
        for (int i = 0; i < 50; i++) {
            races.add(() -> members.recognise(List.of(mini, official)).map(Member::id));
            races.add(() -> members.recognise(List.of(official, mini)).map(Member::id));
            races.add(() -> Optional.of(members.addPhone(younger.id(), phone).id()));
            races.add(() -> Optional.of(
                    members.join(shopkeeper.joining(phone, "乙", mini)).member().id()));
        }

        assertThat(shopkeeper.race(shop, races)).hasSize(200).containsOnly(Optional.of(older.id()));
        assertThat(shopkeeper.heard(MergedMembers.class)).hasSize(1);
        assertThat(shopkeeper.count("member_merge", shop)).isOne();
        assertThat(shopkeeper.count("member_identity", shop)).isEqualTo(3);
        assertThat(identities(older)).containsExactlyInAnyOrder(official, mini);
    }

    @Test
    void refusesToMergeWhatIsNotTwoMembers() {
        var member = join(identity(MINI));

        assertThatThrownBy(() -> within(() -> merges.merge(member.id(), member.id(), "staff:1")))
                .isInstanceOf(MembershipRefusal.class);
        assertThatThrownBy(() -> within(() -> merges.merge(member.id(), new MemberId(7), "staff:1")))
                .isInstanceOf(MembershipRefusal.class);
    }

    private Member join(Identity... identities) {
        return within(() -> members.join(shopkeeper.joining(identities))).member();
    }

    private Optional<Member> recognise(Identity... identities) {
        return within(() -> members.recognise(List.of(identities)));
    }

    private List<Identity> identities(Member member) {
        return within(() -> members.identities(member.id()));
    }

    private void change(Member member, String nickname, Map<String, String> profile, List<ImportantDate> dates) {
        within(() -> members.change(member.id(), new ProfileChange(nickname, null, profile, dates)));
    }

    private void undo(Merge merge) {
        within(() -> {
            merges.undo(merge.id(), "staff:1");
            return true;
        });
    }

    private <T> T within(Supplier<T> work) {
        return jdbc.within(shop, work);
    }
}

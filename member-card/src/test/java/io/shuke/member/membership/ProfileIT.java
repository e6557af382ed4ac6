package io.shuke.member.membership;

import static io.shuke.member.membership.Shopkeeper.MINI;
import static io.shuke.member.membership.Shopkeeper.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.SettableClock;
import io.shuke.member.ShopTest;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class ProfileIT {

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Members members;

    @Autowired
    ProfileFields fields;

    @Autowired
    SettableClock clock;

    @Autowired
    Jdbc jdbc;

    MerchantId shop = new MerchantId(1);
    MemberId member = new MemberId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
        member = within(() -> members.join(shopkeeper.joining(null, "小王", identity(MINI))))
                .member()
                .id();
    }

    @Test
    void changesOnlyWhatIsNamed() {
        change(new ProfileChange(null, LocalDate.of(1990, 5, 17), Map.of("job", "教师", "sex", "女"), null));
        var changed = change(new ProfileChange(null, null, Map.of("job", "校长", "sex", ""), null));

        assertThat(changed.nickname()).isEqualTo("小王");
        assertThat(changed.birthday()).isEqualTo("1990-05-17");
        assertThat(changed.profile()).containsOnly(Map.entry("job", "校长"));
    }

    @Test
    void knowsTheMerchantsOwnFieldsAndNoOthers() {
        refused(new ProfileChange(null, null, Map.of("shoeSize", "42"), null), "membership.unknown-field");
        within(() -> {
            fields.define(new ProfileField("shoeSize", "鞋码"));
            return true;
        });

        assertThat(change(new ProfileChange(null, null, Map.of("shoeSize", "42"), null))
                        .profile())
                .containsEntry("shoeSize", "42");
        assertThat(within(() -> fields.all())).contains(new ProfileField("shoeSize", "鞋码"));
    }

    @Test
    void boundsWhatPeopleWrite() {
        refused(new ProfileChange("长".repeat(33), null, null, null), "membership.nickname-malformed");
        refused(new ProfileChange(null, null, Map.of("job", "长".repeat(101)), null), "membership.field-malformed");
        refused(new ProfileChange(null, null, Map.of("job", "a\nname=b"), null), "membership.field-malformed");
        refused(new ProfileChange(null, LocalDate.of(2020, 1, 1), null, null), "membership.guardian-needed");
        var date = ImportantDate.yearly(Occasion.ANNIVERSARY, YearDay.solar(2, 29));
        refused(new ProfileChange(null, null, null, Collections.nCopies(11, date)), "membership.too-many-dates");
    }

    @Test
    void keepsDatesAsTheyWereGiven() {
        var dates = List.of(
                ImportantDate.yearly(Occasion.BIRTHDAY, YearDay.lunar(8, 15)),
                new ImportantDate(Occasion.BABY_BIRTHDAY, "二 宝 生日", YearDay.lunarLeap(6, 30), null),
                ImportantDate.hundredDays(LocalDate.of(2026, 10, 1)));

        change(new ProfileChange(null, null, null, dates));
        change(new ProfileChange("老王", null, null, null));

        assertThat(within(() -> members.dates(member))).isEqualTo(dates);
    }

    @Test
    void judgesAgeByTheShopsOwnDay() {
        var fourteen = new ProfileChange(null, LocalDate.of(2012, 11, 23), null, null);
        clock.set(Instant.parse("2026-11-22T15:59:00Z"));
        refused(fourteen, "membership.guardian-needed");

        clock.set(Instant.parse("2026-11-22T16:00:01Z"));
        assertThat(change(fourteen).birthday()).isEqualTo("2012-11-23");
    }

    @Test
    void racingChangesLoseNothing() {
        within(() -> {
            for (int i = 0; i < 20; i++) {
                fields.define(new ProfileField("f" + i, "项"));
            }
            return true;
        });
        var races = new ArrayList<Supplier<Member>>();
        for (int i = 0; i < 200; i++) {
            var one = Map.of("f" + i % 20, "v" + i % 20);
            races.add(() -> members.change(member, new ProfileChange(null, null, one, null)));
        }
        shopkeeper.race(shop, races);

        assertThat(within(() -> members.member(member)).profile()).hasSize(20);
    }

    private Member change(ProfileChange change) {
        return within(() -> members.change(member, change));
    }

    private void refused(ProfileChange change, String code) {
        assertThatThrownBy(() -> change(change))
                .isInstanceOfSatisfying(MembershipRefusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code));
    }

    private <T> T within(Supplier<T> work) {
        return jdbc.within(shop, work);
    }
}

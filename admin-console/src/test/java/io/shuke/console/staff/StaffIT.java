package io.shuke.console.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.console.Browser;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ShopTest
class StaffIT {

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Staff staff;

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
    void recognisesWhomItHired() {
        var owner = shopkeeper.hires(shop, Role.OWNER);
        var typed = " " + owner.account().value().toUpperCase(java.util.Locale.ROOT) + " ";

        assertThat(jdbc.forAll(() -> staff.employer(typed))).isEqualTo(shop);
        assertThat(jdbc.within(shop, () -> staff.recognise(typed, Browser.PASSWORD)))
                .contains(owner);
        assertThat(jdbc.within(shop, () -> staff.recognise(typed, "wrong"))).isEmpty();
        assertThat(database.queryForObject(
                        "SELECT password FROM staff WHERE account = ?",
                        String.class,
                        owner.account().value()))
                .startsWith("$argon2id$");
    }

    @Test
    void givesAnAccountOnlyOnceInTheWholeInstallation() {
        var taken = shopkeeper.hires(shop, Role.OWNER).account();
        var hiring = new Hiring(taken, "别人", Role.OWNER, new Password(Browser.PASSWORD));

        assertThatThrownBy(() -> jdbc.within(shopkeeper.opens(), () -> staff.hire(hiring)))
                .isInstanceOfSatisfying(StaffRefusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("staff.account-taken"));
    }

    @Test
    void looksForAnUnknownAccountWhereNobodyWorks() {
        var nobody = jdbc.forAll(() -> staff.employer("nobody-of-this-name"));

        assertThat(jdbc.forAll(() -> staff.employer("王'; --"))).isEqualTo(nobody);
        assertThat(jdbc.within(nobody, () -> staff.recognise("nobody-of-this-name", Browser.PASSWORD)))
                .isEmpty();
    }

    @Test
    void forgetsWhomItDismissed() {
        var owner = shopkeeper.hires(shop, Role.OWNER);
        var cashier = shopkeeper.hires(shop, Role.CASHIER);
        dismiss(cashier);
        dismiss(cashier);

        assertThat(jdbc.within(shop, () -> staff.recognise(cashier.account().value(), Browser.PASSWORD)))
                .isEmpty();
        assertThat(jdbc.within(shop, staff::all)).containsExactly(owner);
    }

    @Test
    void neverDismissesAnotherShopsPeople() {
        var cashier = shopkeeper.hires(shop, Role.CASHIER);

        assertThatThrownBy(() -> jdbc.within(shopkeeper.opens(), () -> {
                    staff.dismiss(cashier.id());
                    return true;
                }))
                .isInstanceOfSatisfying(StaffRefusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("staff.unknown"));
        assertThat(jdbc.within(shop, staff::all)).containsExactly(cashier);
    }

    @Test
    void ownersWhoDismissEachOtherLeaveOne() {
        for (int round = 0; round < 10; round++) {
            var one = shopkeeper.opens();
            var owners = List.of(shopkeeper.hires(one, Role.OWNER), shopkeeper.hires(one, Role.OWNER));
            var running = new ArrayList<CompletableFuture<Boolean>>();
            for (var owner : owners) {
                running.add(jdbc.call(one, () -> {
                            staff.dismiss(owner.id());
                            return true;
                        })
                        .onErrorReturn(StaffRefusal.class, false)
                        .toFuture());
            }

            assertThat(running.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
            assertThat(jdbc.within(one, staff::all)).hasSize(1);
        }
    }

    @Test
    void changesAPasswordOnlyForWhoKnowsThePresentOne() {
        var adviser = shopkeeper.hires(shop, Role.ADVISER);
        var account = adviser.account().value();

        assertThatThrownBy(() -> change(adviser, "guessed wrongly")).isInstanceOf(StaffRefusal.class);
        change(adviser, Browser.PASSWORD);

        assertThat(jdbc.within(shop, () -> staff.recognise(account, Browser.PASSWORD)))
                .isEmpty();
        assertThat(jdbc.within(shop, () -> staff.recognise(account, "another long secret")))
                .isPresent();
    }

    private void change(StaffMember member, String present) {
        jdbc.within(shop, () -> {
            staff.changePassword(member.id(), present, new Password("another long secret"));
            return true;
        });
    }

    private void dismiss(StaffMember member) {
        jdbc.within(shop, () -> {
            staff.dismiss(member.id());
            return true;
        });
    }
}

package io.shuke.member.ledger;

import static io.shuke.member.ledger.LedgerIT.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.membership.MemberId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class SelfCheckIT {

    @Autowired
    Shop shop;

    @Autowired
    SelfCheck check;

    @BeforeEach
    void open() {
        shop.open();
    }

    @Test
    void aTamperedBalanceFreezesThatAccountOnlyAndIsTold() {
        var honest = shop.members(20);
        honest.forEach(member -> shop.earn(member, 10, "bill:1"));
        var rich = shop.memberWith(100);
        lie("UPDATE ledger_account SET balance = balance + 1000 WHERE merchant_id = ? AND member_id = " + rich);

        round();
        round();

        refused(() -> shop.spend(rich, 1, "gift:1"), "ledger.account-frozen");
        honest.forEach(member -> shop.spend(member, 1, "gift:1"));
        assertThat(alerts()).isNotEmpty().allSatisfy(alert -> assertThat(alert.member())
                .isEqualTo(rich));
        assertThat(alerts()).extracting(Alert::rule).anyMatch(rule -> rule.startsWith("I01"));
    }

    @Test
    void honestBooksRaiseNothing() {
        var member = shop.memberWith(100);
        byStaff(member, 5, "a");
        shop.reverse(member, "a", "a:back");

        round();

        assertThat(shop.in(check::run)).isEmpty();
        assertThat(alerts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE movement SET note = '改' WHERE merchant_id = ? AND reference = 'b'",
                "UPDATE movement SET actor = 'system' WHERE merchant_id = ? AND reference = 'b'",
                "UPDATE movement SET actor = 'staff:9' WHERE merchant_id = ? AND reference = 'b'",
                "UPDATE movement SET actor = 'staff:9' WHERE merchant_id = ? AND reference = 'opening'",
                "UPDATE movement SET moved_at = moved_at + INTERVAL 1 MICROSECOND WHERE merchant_id = ? AND reference = 'b'",
                "DELETE FROM movement WHERE merchant_id = ? AND reference = 'c'",
                "DELETE FROM staff_chain WHERE merchant_id = ? AND seq = 2",
                "DELETE FROM staff_chain WHERE merchant_id = ? AND seq = 3",
                "UPDATE staff_chain SET hash = REPEAT('x', 32) WHERE merchant_id = ? AND seq = 1",
                "UPDATE entry e JOIN movement m ON m.merchant_id = e.merchant_id AND m.id = e.movement_id"
                        + " SET e.amount = e.amount * 2 WHERE e.merchant_id = ? AND m.reference = 'a'"
            })
    void theStaffsChainShowsWhoTouchedIt(String lie) {
        var member = shop.memberWith(100);
        byStaff(member, 5, "a");
        byStaff(member, 6, "b");
        byStaff(member, 7, "c");
        assertThat(shop.in(check::run)).isEmpty();

        lie(lie);

        assertThat(shop.in(check::run)).extracting(Violation::rule).anyMatch(rule -> rule.startsWith("I30"));
    }

    @Test
    void twoHundredStaffMovementsMakeOneChain() {
        var members = shop.members(20);

        var done = shop.race(
                200,
                number -> shop.ledger.post(Movement.earn(
                                members.get(number % 20), Asset.POINTS, 1, Reason.GRANT, new Reference("g:" + number))
                        .by("staff:1")));

        assertThat(done).doesNotContainNull();
        assertThat(shop.count("staff_chain")).isEqualTo(200);
        assertThat(shop.in(check::run)).isEmpty();
    }

    private void byStaff(MemberId member, long points, String reference) {
        shop.post(Movement.earn(member, Asset.POINTS, points, Reason.GRANT, new Reference(reference))
                .by("staff:1"));
    }

    private void round() {
        shop.in(() -> {
            while (check.next(7)) {}
            return true;
        });
    }

    private List<Alert> alerts() {
        return shop.in(() -> check.alerts(50));
    }

    private void lie(String sql) {
        shop.database.update(sql, shop.merchant().value());
    }
}

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

    @Autowired
    Alerts alerts;

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

    @Test
    void whoeverSettlesAnAlertGetsBackWhatTheEntriesSay() {
        var rich = shop.memberWith(100);
        lie("UPDATE ledger_account SET balance = balance + 1000 WHERE merchant_id = ? AND member_id = " + rich);
        lie("UPDATE lot SET remaining = remaining + 5 WHERE merchant_id = ?");
        round();
        var alert = alerts().get(0);
        assertThat(alerts()).extracting(Alert::words).contains("余额写的是 1100，流水合计是 100", "余额是 1100，各到期日加起来是 105");

        var settled = shop.in(() -> alerts.settle(alert.id(), "staff:1", "数据库被人改过，已查"));

        assertThat(settled.open()).isFalse();
        assertThat(settled.settled()).isNotNull().satisfies(one -> {
            assertThat(one.actor()).isEqualTo("staff:1");
            assertThat(one.reason()).isEqualTo("数据库被人改过，已查");
            assertThat(one.mended()).isTrue();
        });
        assertThat(alerts()).as("all of this account").noneMatch(Alert::open);
        assertThat(shop.spend(rich, 100, "gift:1").balance()).isZero();
        round();
        assertThat(shop.in(check::run)).isEmpty();
        refused(() -> shop.in(() -> alerts.settle(alert.id(), "staff:2", "再来一次")), "ledger.alert-settled");
    }

    @Test
    void whatIsFoundUnchangedAfterItWasSettledIsNotRaisedAgainAndAnythingElseIs() {
        var member = shop.memberWith(100);
        lie("UPDATE movement SET moved_at = moved_at + INTERVAL 1 DAY WHERE merchant_id = ?");
        round();
        var alert = alerts().get(0);
        assertThat(alert.words()).isEqualTo("流水的时间前后颠倒");
        shop.in(() -> alerts.settle(alert.id(), "staff:1", "时钟不准"));

        round();
        assertThat(alerts()).noneMatch(Alert::open);
        shop.spend(member, 1, "gift:1");

        lie("UPDATE ledger_account SET balance = 5 WHERE merchant_id = ?");
        round();
        assertThat(alerts()).anyMatch(Alert::open);
        refused(() -> shop.spend(member, 1, "gift:2"), "ledger.account-frozen");
    }

    @Test
    void anAlertIsSettledWithAReasonAndByOneOnly() {
        shop.memberWith(100);
        lie("UPDATE ledger_account SET balance = 7 WHERE merchant_id = ?");
        round();
        var alert = alerts().get(0).id();

        refused(() -> shop.in(() -> alerts.settle(alert, "staff:1", " ")), "ledger.bad-reason");
        refused(() -> shop.in(() -> alerts.settle(1, "staff:1", "看过了")), "ledger.no-such-alert");
        var done = shop.race(200, number -> alerts.settle(alert, "staff:" + number, "看过了"));

        assertThat(done).filteredOn(one -> one != null).hasSize(1);
        assertThat(shop.count("ledger_alert_act")).isEqualTo(2);
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
        return shop.in(() -> alerts.newest(50));
    }

    private void lie(String sql) {
        shop.database.update(sql, shop.merchant().value());
    }
}

package io.shuke.member.ledger;

import static io.shuke.member.ledger.LedgerIT.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MemberLeaving;
import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Several assets of several members in one list. */
@ShopTest
class AssetsIT {

    private static final Asset STAMPS = Asset.stamps(7);

    @Autowired
    Shop shop;

    @Autowired
    ApplicationEventPublisher events;

    @BeforeEach
    void open() {
        shop.open();
        shop.setDay(LocalDate.of(2026, 11, 22));
    }

    @AfterEach
    void booksAddUp() {
        shop.booksAddUp();
    }

    @Test
    void aBillMovesEverythingAtOnceUnderItsOwnName() {
        var member = charged(10_000, 2_000);

        shop.in(() -> shop.ledger.post(bill(member)));
        shop.in(() -> shop.ledger.post(bill(member)));

        assertThat(shop.in(() -> shop.ledger.balances(member)))
                .containsEntry(Asset.POINTS, 38L)
                .containsEntry(Asset.GROWTH, 38L)
                .containsEntry(Asset.PRINCIPAL, 8_150L)
                .containsEntry(Asset.GIFT, 0L)
                .containsEntry(STAMPS, 1L);
    }

    @Test
    void aRefundTakesPartOfEverythingBackInOneList() {
        var member = charged(10_000, 2_000);
        shop.in(() -> shop.ledger.post(bill(member)));
        var bill = new Reference("bill:1");
        var refund = new Reference("refund:1");

        shop.in(() -> shop.ledger.post(List.of(
                Reversal.of(member, Asset.POINTS, bill, refund, Reason.REFUND).only(10),
                Reversal.of(member, Asset.PRINCIPAL, bill, refund, Reason.REFUND)
                        .only(1_000),
                Reversal.of(member, STAMPS, bill, refund, Reason.REFUND),
                Movement.earn(member, Asset.GROWTH, 1, Reason.ACTIVITY, refund))));

        assertThat(shop.in(() -> shop.ledger.balances(member)))
                .containsEntry(Asset.POINTS, 28L)
                .containsEntry(Asset.GROWTH, 39L)
                .containsEntry(Asset.PRINCIPAL, 9_150L)
                .containsEntry(STAMPS, 0L);
    }

    @Test
    void whatIsRefusedForOneAssetMovesNone() {
        var member = charged(100, 0);

        refused(() -> shop.in(() -> shop.ledger.post(bill(member))), "balance.insufficient");

        assertThat(shop.balance(member)).isZero();
    }

    @Test
    void moneyIsToldInYuan() {
        var member = charged(10_000, 2_000);
        shop.in(() -> shop.ledger.post(bill(member)));

        var page = shop.in(() -> shop.ledger.history(member, List.of(Asset.PRINCIPAL, Asset.GIFT), null, 3));
        var rest = shop.in(() -> shop.ledger.history(member, List.of(Asset.PRINCIPAL, Asset.GIFT), page.next(), 3));

        assertThat(page.items())
                .extracting(Entry::text)
                .containsExactly("余额支付 -¥20.00", "余额支付 -¥18.50", "充值赠送 +¥20.00");
        assertThat(rest.items()).extracting(Entry::text).containsExactly("储值充值 +¥100.00");
        assertThat(rest.next()).isNull();
    }

    @Test
    void aMergeMovesEveryAssetAndItsUndoingGivesEachBack() {
        var kept = charged(500, 0);
        var absorbed = charged(10_000, 2_000);
        shop.in(() -> shop.ledger.post(bill(absorbed)));

        shop.inOneTransaction(() -> events.publishEvent(new MergedMembers(1, kept, absorbed)));
        var together = shop.in(() -> shop.ledger.balances(kept));
        refused(
                () -> shop.post(Movement.earn(absorbed, Asset.passes(9), 1, Reason.PASS, new Reference("a"))),
                "ledger.account-closed");
        shop.inOneTransaction(() -> events.publishEvent(new MergeUndone(1, kept, absorbed)));

        assertThat(together)
                .containsEntry(Asset.POINTS, 38L)
                .containsEntry(Asset.PRINCIPAL, 8_650L)
                .containsEntry(STAMPS, 1L);
        assertThat(shop.in(() -> shop.ledger.balances(kept))).containsEntry(Asset.PRINCIPAL, 500L);
        assertThat(shop.in(() -> shop.ledger.balances(absorbed)))
                .containsEntry(Asset.PRINCIPAL, 8_150L)
                .containsEntry(Asset.POINTS, 38L);
    }

    @Test
    void nobodyLeavesBeforeHisMoneyIsPaidBack() {
        var member = charged(500, 100);

        refused(
                () -> shop.inOneTransaction(() -> events.publishEvent(new MemberLeaving(member))),
                "balance.not-paid-back");
        shop.post(Movement.spend(member, Asset.PRINCIPAL, 500, Reason.PAY_BACK, new Reference("back")));
        shop.inOneTransaction(() -> events.publishEvent(new MemberLeaving(member)));

        assertThat(shop.in(() -> shop.ledger.balances(member)))
                .allSatisfy((asset, balance) -> assertThat(balance).isZero());
    }

    @Test
    void aCauseIsToldInWords() {
        var cause = Cause.of(LocalDate.of(2026, 11, 3), "消费")
                .at("二店")
                .paying(new io.shuke.member.ground.Fen(3_850))
                .with("双倍积分日");
        var entry =
                shop.post(Movement.earn(shop.anyMember(), Asset.POINTS, 76, Reason.PURCHASE, new Reference("bill:1"))
                        .because(cause));

        assertThat(entry.text()).isEqualTo("11月3日 二店 消费 ¥38.50，双倍积分日 +76");
    }

    private MemberId charged(long principal, long gift) {
        var member = shop.anyMember();
        var reference = new Reference("charge:1");
        shop.post(Movement.earn(member, Asset.PRINCIPAL, principal, Reason.CHARGE, reference));
        if (gift > 0) {
            shop.post(Movement.earn(member, Asset.GIFT, gift, Reason.CHARGE_GIFT, reference));
        }
        return member;
    }

    private static List<Instruction> bill(MemberId member) {
        var bill = new Reference("bill:1");
        return List.of(
                Movement.spend(member, Asset.PRINCIPAL, 1_850, Reason.PAYMENT, bill),
                Movement.spend(member, Asset.GIFT, 2_000, Reason.PAYMENT, bill),
                Movement.earn(member, Asset.POINTS, 38, Reason.PURCHASE, bill),
                Movement.earn(member, Asset.GROWTH, 38, Reason.PURCHASE, bill),
                Movement.earn(member, STAMPS, 1, Reason.STAMP, bill));
    }
}

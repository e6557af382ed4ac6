package io.shuke.member.ledger;

import static io.shuke.member.ledger.LedgerIT.lot;
import static io.shuke.member.ledger.LedgerIT.refused;
import static io.shuke.member.ledger.LedgerIT.reversal;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MemberLeaving;
import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@ShopTest
class HandoverIT {

    @Autowired
    Shop shop;

    @Autowired
    ApplicationEventPublisher events;

    @BeforeEach
    void open() {
        shop.open();
    }

    @AfterEach
    void booksAddUp() {
        shop.booksAddUp();
    }

    @Test
    void aMergeMovesTheBalanceWithItsDays() {
        var kept = shop.anyMember();
        var absorbed = shop.anyMember();
        shop.setDay(LocalDate.of(2026, 1, 10));
        shop.earn(absorbed, 10, "bill:1");
        shop.setDay(LocalDate.of(2026, 3, 10));
        shop.earn(absorbed, 20, "bill:2");
        shop.earn(kept, 5, "bill:3");

        merge(1, kept, absorbed);

        assertThat(shop.balance(kept)).isEqualTo(35);
        assertThat(shop.balance(absorbed)).isZero();
        assertThat(shop.lots(kept)).containsExactly(lot(10, 2027, 1, 31), lot(25, 2027, 3, 31));
        assertThat(shop.history(kept).get(0).text()).isEqualTo("会员合并 +30");
        refused(() -> shop.earn(absorbed, 1, "bill:4"), "ledger.account-closed");
    }

    @Test
    void aDebtGoesOverToo() {
        var kept = shop.memberWith(100);
        var absorbed = inDebt(40);

        merge(1, kept, absorbed);

        assertThat(shop.balance(kept)).isEqualTo(60);
        assertThat(shop.lots(kept)).extracting(Expiring::amount).containsExactly(60L);
    }

    @Test
    void whatComesOverWorksOffADebt() {
        var kept = inDebt(40);
        var absorbed = shop.memberWith(100);

        merge(1, kept, absorbed);

        assertThat(shop.balance(kept)).isEqualTo(60);
        assertThat(shop.lots(kept)).extracting(Expiring::amount).containsExactly(60L);
    }

    @Test
    void referencesStayKnownAfterTwoMerges() {
        var first = shop.anyMember();
        var second = shop.anyMember();
        var third = shop.anyMember();
        shop.earn(first, 10, "bill:1");
        shop.earn(first, 30, "bill:2");
        merge(1, second, first);
        merge(2, third, second);

        assertThat(shop.earn(third, 10, "bill:1").change()).isEqualTo(10);
        assertThat(shop.balance(third)).as("a bill earns once").isEqualTo(40);
        assertThat(shop.reverse(third, "bill:2", "bill:2:refund").balance()).isEqualTo(10);
        refused(() -> shop.reverse(third, "bill:2", "bill:2:again"), "ledger.already-reversed");
        refused(() -> shop.post(reversal(third, "merge:2", "x")), "ledger.not-reversible");
    }

    @Test
    void anUndoneMergeGivesEachHisOwn() {
        var kept = shop.memberWith(5);
        var absorbed = shop.anyMember();
        shop.post(Movement.earn(absorbed, Asset.POINTS, 30, Reason.GRANT, new Reference("a"))
                .goodThrough(LocalDate.of(2099, 1, 1)));
        merge(1, kept, absorbed);

        undo(1, kept, absorbed);

        assertThat(shop.balance(kept)).isEqualTo(5);
        assertThat(shop.lots(absorbed)).containsExactly(lot(30, 2099, 1, 1));
        assertThat(shop.spend(absorbed, 30, "gift:1").balance()).isEqualTo(0);
    }

    @Test
    void anUndoneMergeLeavesTheSpenderOwing() {
        var kept = shop.memberWith(5);
        var absorbed = shop.memberWith(30);
        merge(1, kept, absorbed);
        shop.spend(kept, 20, "gift:1");

        undo(1, kept, absorbed);

        assertThat(shop.balance(kept)).isEqualTo(-15);
        assertThat(shop.balance(absorbed)).isEqualTo(30);
    }

    @Test
    void anUndoneMergeGivesADebtBack() {
        var kept = shop.memberWith(100);
        var absorbed = inDebt(40);
        merge(1, kept, absorbed);

        undo(1, kept, absorbed);

        assertThat(shop.balance(kept)).isEqualTo(100);
        assertThat(shop.balance(absorbed)).isEqualTo(-40);
    }

    @Test
    void mergedAgainAfterAnUndoMovesAgain() {
        var kept = shop.anyMember();
        var absorbed = shop.memberWith(30);
        merge(1, kept, absorbed);
        undo(1, kept, absorbed);

        merge(2, kept, absorbed);

        assertThat(shop.balance(kept)).isEqualTo(30);
    }

    @Test
    void aFrozenAccountDoesNotThawByAMerge() {
        var kept = shop.memberWith(10);
        var absorbed = shop.memberWith(10);
        shop.inOneTransaction(() -> shop.ledger.freeze(absorbed, Asset.POINTS));

        merge(1, kept, absorbed);

        refused(() -> shop.spend(kept, 1, "gift:1"), "ledger.account-frozen");
    }

    @Test
    void whoLeavesForfeitsTheRestAndTheAccountCloses() {
        var member = shop.memberWith(30);

        leave(member);

        assertThat(shop.history(member).get(0).text()).isEqualTo("会员注销 -30");
        assertThat(shop.lots(member)).isEmpty();
        refused(() -> shop.earn(member, 1, "bill:2"), "ledger.account-closed");
    }

    @Test
    void whoLeavesWithADebtIsForgivenIt() {
        var member = inDebt(40);

        leave(member);

        assertThat(shop.balance(member)).isZero();
    }

    private MemberId inDebt(long points) {
        var member = shop.anyMember();
        shop.earn(member, points, "debt");
        shop.spend(member, points, "debt:gift");
        shop.reverse(member, "debt", "debt:refund");
        return member;
    }

    private void merge(long merge, MemberId kept, MemberId absorbed) {
        shop.inOneTransaction(() -> events.publishEvent(new MergedMembers(merge, kept, absorbed)));
    }

    private void undo(long merge, MemberId kept, MemberId restored) {
        shop.inOneTransaction(() -> events.publishEvent(new MergeUndone(merge, kept, restored)));
    }

    private void leave(MemberId member) {
        shop.inOneTransaction(() -> events.publishEvent(new MemberLeaving(member)));
    }
}

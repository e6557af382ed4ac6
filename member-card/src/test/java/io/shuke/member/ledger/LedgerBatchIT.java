package io.shuke.member.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class LedgerBatchIT {

    @Autowired
    Shop shop;

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
    void aListDoesWhatItsMovementsDoOneByOne() {
        var together = shop.members(200);
        var alone = shop.members(200);
        var first = movements(together, "a");
        var second = mixed(together);

        var entries = new ArrayList<>(shop.in(() -> shop.ledger.post(first)));
        entries.addAll(shop.in(() -> shop.ledger.post(second)));
        var singles = new ArrayList<Entry>();
        movements(alone, "a").forEach(movement -> singles.add(shop.post(movement)));
        mixed(alone).forEach(movement -> singles.add(shop.post(movement)));

        assertThat(entries.stream().map(LedgerBatchIT::outcome))
                .containsExactlyElementsOf(
                        singles.stream().map(LedgerBatchIT::outcome).toList());
        for (int i = 0; i < 200; i++) {
            assertThat(shop.lots(together.get(i))).isEqualTo(shop.lots(alone.get(i)));
        }
    }

    @Test
    void aListTakesAsManyStatementsAsOneMovement() {
        var members = shop.members(200);
        shop.in(() -> shop.ledger.post(movements(members, "opening")));

        var one = statements(() -> shop.ledger.post(movements(members.subList(0, 1), "one")));
        var many = statements(() -> shop.ledger.post(movements(members, "many")));
        var spends = statements(() -> shop.ledger.post(spends(members)));
        var openings = statements(() -> shop.ledger.post(movements(shop.members(200), "one")));
        var single = movements(members, "single").get(0);
        var reversals = statements(() -> {
            shop.ledger.post(single);
            shop.ledger.post(LedgerIT.reversal(single.member(), "single", "back"));
        });

        assertThat(one).as("one earning").isEqualTo(6);
        assertThat(many).as("200 earnings").isEqualTo(one);
        assertThat(spends).as("200 spends").isEqualTo(8);
        assertThat(openings).as("200 first earnings").isEqualTo(8);
        assertThat(reversals - one).as("a reversal").isEqualTo(9);
    }

    private long statements(Runnable work) {
        var asked = new long[2];
        shop.inOneTransaction(() -> {
            asked[0] = questions();
            work.run();
            asked[1] = questions();
        });
        return asked[1] - asked[0] - 1;
    }

    private long questions() {
        return shop.database.queryForObject(
                "SHOW SESSION STATUS LIKE 'Questions'", (row, number) -> row.getLong("Value"));
    }

    private static List<Movement> movements(List<MemberId> members, String reference) {
        return members.stream()
                .map(member -> Movement.earn(member, Asset.POINTS, 5, Reason.CHECK_IN, new Reference(reference)))
                .toList();
    }

    private static List<Movement> spends(List<MemberId> members) {
        return members.stream()
                .map(member -> Movement.spend(member, Asset.POINTS, 3, Reason.GIFT, new Reference("gift")))
                .toList();
    }

    private static List<Movement> mixed(List<MemberId> members) {
        var movements = new ArrayList<Movement>();
        for (int i = 0; i < members.size(); i++) {
            var member = members.get(i);
            var reference = new Reference("m:" + i);
            movements.add(
                    i % 3 == 0
                            ? Movement.spend(member, Asset.POINTS, i % 5 + 1, Reason.GIFT, reference)
                            : Movement.earn(member, Asset.POINTS, i, Reason.PURCHASE, reference)
                                    .goodThrough(LocalDate.of(2027, 1 + i % 12, 1)));
        }
        return movements;
    }

    private static String outcome(Entry entry) {
        return entry.text() + " " + entry.balance() + " " + entry.reference();
    }
}

package io.shuke.member.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each planted lie is found, by the rule that is there for it. */
@ShopTest
class LedgerCheckIT {

    @Autowired
    Shop shop;

    @BeforeEach
    void open() {
        shop.open();
        var member = shop.memberWith(100);
        shop.spend(member, 30, "gift:1");
        shop.reverse(member, "gift:1", "gift:1:back");
        shop.booksAddUp();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I01 | UPDATE ledger_account SET balance = balance + 1000 WHERE merchant_id = ?
            L1  | UPDATE ledger_account SET balance = balance + 1000 WHERE merchant_id = ?
            I01 | UPDATE ledger_account SET seq = seq + 1 WHERE merchant_id = ?
            I02 | UPDATE entry SET amount = amount + 1 WHERE merchant_id = ? AND seq = 1
            I03 | UPDATE entry SET balance_after = balance_after + 1 WHERE merchant_id = ? AND seq = 2
            I03 | UPDATE entry SET seq = 9 WHERE merchant_id = ? AND seq = 3
            I04 | UPDATE entry SET balance_after = -1 WHERE merchant_id = ? AND seq = 2
            I06 | DELETE FROM entry WHERE merchant_id = ? AND account_id < 100
            I06 | DELETE FROM movement WHERE merchant_id = ? AND reference = 'opening'
            I07 | UPDATE ledger_account SET merchant_id = merchant_id + 1 WHERE merchant_id = ?
            I08 | UPDATE entry SET amount = amount * 2 WHERE merchant_id = ? AND seq = 3
            I08 | UPDATE movement SET reverses = 5 WHERE merchant_id = ? AND reverses IS NOT NULL
            I32 | UPDATE movement SET moved_at = '2020-01-01' WHERE merchant_id = ? AND reference = 'gift:1'
            I32 | UPDATE movement SET moved_at = '2039-01-01' WHERE merchant_id = ? AND reference = 'gift:1:back'
            L2  | UPDATE lot_use SET amount = amount + 1 WHERE merchant_id = ? AND amount > 0
            """)
    void aLieIsFound(String rule, String lie) {
        shop.database.update(lie, shop.merchant().value());

        assertThat(shop.in(shop.check::run)).extracting(Violation::rule).anyMatch(found -> found.startsWith(rule));
    }
}

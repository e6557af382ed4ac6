package io.shuke.member.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ShopTest;
import io.shuke.member.ledger.SelfCheck;
import io.shuke.member.ledger.Violation;
import io.shuke.member.membership.MemberId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class ChargeCheckIT {

    @Autowired
    Shopfront shop;

    @Autowired
    SelfCheck selfCheck;

    MemberId member = new MemberId(1);

    @BeforeEach
    void open() {
        shop.open();
        member = shop.memberWhoCharged(10_000);
        shop.settle(shop.refund(member, 4_000).get(0), true);
        assertThat(shop.in(shop.check::run)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    I28 credited is what was paid  | UPDATE charge SET pay_fen = pay_fen + 1 WHERE member_id = ?
                    I28 gift is what was promised  | UPDATE charge SET gift_fen = gift_fen - 1 WHERE member_id = ?
                    I28 nothing is credited unpaid | UPDATE charge SET payment = NULL WHERE member_id = ?
                    I28 nothing is credited unpaid | DELETE FROM charge WHERE member_id = ?
                    I28 paid back once             | UPDATE charge SET refunded_fen = 0 WHERE member_id = ?
                    I28 paid back is withdrawn     | UPDATE charge_refund SET amount_fen = 4001 WHERE member_id = ?
                    """)
    void findsWhatSomebodyTamperedWith(String rule, String statement) {
        shop.database.update(statement, member.value());
        assertThat(shop.in(shop.check::run)).extracting(Violation::rule).contains(rule);
    }

    @Test
    void freezesTheAccountConcernedAndNoOther() {
        var other = shop.memberWhoCharged(10_000);
        shop.database.update("UPDATE charge SET payment = NULL WHERE member_id = ?", member.value());

        List<Violation> found = shop.in(selfCheck::run);

        assertThat(found).isNotEmpty();
        assertThatThrownBy(() -> shop.pay(member, 100, "bill:1")).hasMessage("ledger.account-frozen");
        shop.pay(other, 100, "bill:2");
    }
}

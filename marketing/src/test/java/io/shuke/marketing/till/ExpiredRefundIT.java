package io.shuke.marketing.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.SettableClock;
import io.shuke.marketing.ShopTest;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Expiry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Goods that come back when their points have gone already. */
@ShopTest
class ExpiredRefundIT {

    @Autowired
    Shopfront shop;

    @Autowired
    Expiry expiry;

    @Autowired
    SettableClock clock;

    @Test
    void pointsThatHaveExpiredAreNotTakenASecondTime() {
        shop.open();
        var member = shop.regular(0, 0, 0);
        var bill = shop.settle(shop.bill("A1", member, 2_000)).settlement();
        var later = Shopfront.TODAY.plusMonths(14);
        clock.setNoon(later, Shopfront.SHANGHAI);
        assertThat(shop.in(() -> expiry.run(later, 100))).isEqualTo(1);

        var refunded = shop.refund(bill.id(), "R1", 2_000);

        assertThat(refunded.pointsTakenBack()).isZero();
        assertThat(shop.owned(member, Asset.POINTS)).isZero();
        assertThat(shop.owned(member, Asset.GROWTH)).isZero();
        shop.booksAddUp();
    }
}

package io.shuke.marketing.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.SettableClock;
import io.shuke.marketing.ShopTest;
import io.shuke.member.ground.Fen;
import io.shuke.member.membership.MemberId;
import io.shuke.member.purchase.Bill;
import io.shuke.member.purchase.BillLine;
import io.shuke.member.purchase.Order;
import io.shuke.member.purchase.Purchases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class OfferTrialIT {

    @Autowired
    Wallets wallets;

    @Autowired
    OfferTrial trial;

    @Autowired
    Purchases purchases;

    @Autowired
    SettableClock clock;

    private int number;

    @BeforeEach
    void open() {
        wallets.open();
    }

    @Test
    void countsWhatMembersWouldHaveSavedOnBillsThatFit() {
        var one = wallets.joins();
        var other = wallets.joins();
        buys(one, 2_999, Duration.ofDays(1));
        buys(one, 3_000, Duration.ofDays(2));
        buys(one, 9_000, Duration.ofDays(3));
        buys(other, 4_000, Duration.ofDays(80));
        buys(other, 4_000, Duration.ofDays(91));
        buys(null, 9_000, Duration.ofDays(1));

        var tried = tried(1, null);

        assertThat(tried.bills()).isEqualTo(4);
        assertThat(tried.used()).as("one each").isEqualTo(2);
        assertThat(tried.offFen()).isEqualTo(1_000);
        assertThat(tried.grossFen()).isEqualTo(2_999 + 3_000 + 9_000 + 4_000);
        assertThat(tried(0, null).used()).as("as many as they like").isEqualTo(3);
        assertThat(tried(0, 1L).used()).as("one in all").isEqualTo(1);
    }

    @Test
    void saysWhatItFound() {
        buys(wallets.joins(), 3_000, Duration.ofDays(1));

        assertThat(tried(1, null).words()).isEqualTo("过去 90 天的 1 张会员账单里，有 1 张用得上，共让利 5 元，占消费的 16.6%");
    }

    private OfferTrial.Tried tried(int perMember, @Nullable Long stock) {
        var terms = Terms.plain(new Validity.Relative(0, 30)).from(3_000);
        var offer =
                new NewOffer("满 30 减 5", new Benefit.FullReduction(500), terms, Giving.by(perMember, Way.CLAIM), stock);
        return wallets.in(() -> trial.on(offer));
    }

    private void buys(@Nullable MemberId member, long fen, Duration ago) {
        Instant at = clock.instant().minus(ago);
        wallets.in(() -> {
            var line = new BillLine("noodles", "面", "主食", 1, new Fen(fen));
            var order = new Order(wallets.store(), Order.COUNTER, "T" + number++);
            purchases.record(Bill.of(purchases.nextId(), order, member, List.of(line), at));
        });
    }
}

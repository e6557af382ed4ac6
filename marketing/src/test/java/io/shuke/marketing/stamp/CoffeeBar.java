package io.shuke.marketing.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.Shop;
import io.shuke.member.ground.Fen;
import io.shuke.member.membership.MemberId;
import io.shuke.member.purchase.Bill;
import io.shuke.member.purchase.BillId;
import io.shuke.member.purchase.BillLine;
import io.shuke.member.purchase.Order;
import io.shuke.member.purchase.Purchases;
import io.shuke.member.purchase.Refund;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sells coffee by the cup, stamps it, and takes it back. */
@Component
class CoffeeBar {

    static final Earning COFFEE = new Earning.PerPiece(List.of("coffee"));

    private final Shop shop;
    private final Stamps stamps;
    private final Purchases purchases;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicInteger orders = new AtomicInteger();

    CoffeeBar(Shop shop, Stamps stamps, Purchases purchases, TransactionTemplate transaction, Clock clock) {
        this.shop = shop;
        this.stamps = stamps;
        this.purchases = purchases;
        this.transaction = transaction;
        this.clock = clock;
    }

    BillId buy(MemberId member, int pieces) {
        return shop.in(() -> buyHere(member, pieces));
    }

    BillId buyHere(MemberId member, int pieces) {
        var bill = transaction.execute(status -> {
            var recorded = purchases.record(coffee(member, pieces)).bill();
            stamps.stamp(recorded);
            return recorded.id();
        });
        assertThat(bill).isNotNull();
        return bill;
    }

    void refund(BillId bill, int pieces) {
        shop.in(() -> transaction.execute(status -> {
            var items = List.of(new Refund.Item(1, pieces));
            var refund = new Refund(bill, "R" + orders.incrementAndGet(), items, null, clock.instant());
            return stamps.takeBack(purchases.refund(refund), items);
        }));
    }

    void refundAll(BillId bill) {
        shop.in(() -> refundHere(bill));
    }

    boolean refundHere(BillId bill) {
        transaction.executeWithoutResult(status -> {
            var refund = Refund.whole(bill, "R" + orders.incrementAndGet(), clock.instant());
            stamps.takeBack(purchases.refund(refund), List.of());
        });
        return true;
    }

    Bill coffee(@Nullable MemberId member, int pieces) {
        var order = new Order(1, Order.COUNTER, "O" + orders.incrementAndGet());
        var line = new BillLine("coffee", "拿铁", "饮品", pieces, new Fen(1800L * pieces));
        return Bill.of(purchases.nextId(), order, member, List.of(line), clock.instant());
    }
}

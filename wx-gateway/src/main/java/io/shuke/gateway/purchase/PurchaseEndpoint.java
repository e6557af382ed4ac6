package io.shuke.gateway.purchase;

import io.shuke.gateway.door.Customer;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.purchase.BillLine;
import io.shuke.member.purchase.Bought;
import io.shuke.member.purchase.Purchases;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the member bought. */
@RestController
class PurchaseEndpoint {

    private static final int PAGE = 20;

    record PurchaseLineBody(String name, int quantity, long amountFen) {

        static PurchaseLineBody of(BillLine line) {
            return new PurchaseLineBody(
                    line.name(), line.quantity(), line.amount().value());
        }
    }

    record PurchaseBody(
            String id,
            String orderNo,
            String storeId,
            String channel,
            OffsetDateTime at,
            long grossFen,
            long discountFen,
            long paidFen,
            long refundedFen,
            boolean voided,
            long points,
            List<PurchaseLineBody> lines) {

        static PurchaseBody of(Bought bought, ZoneId zone) {
            var bill = bought.bill();
            return new PurchaseBody(
                    bill.id().toString(),
                    bill.order().number(),
                    Long.toString(bill.order().storeId()),
                    bill.order().channel(),
                    bill.at().atZone(zone).toOffsetDateTime(),
                    bill.gross().value(),
                    bill.discount().value(),
                    bill.paid().value(),
                    bought.refunded().value(),
                    bought.voided(),
                    bill.points(),
                    bill.lines().stream().map(PurchaseLineBody::of).toList());
        }
    }

    record PurchasesBody(List<PurchaseBody> items, @Nullable String next) {}

    private final Jdbc jdbc;
    private final Purchases purchases;
    private final Merchants merchants;

    PurchaseEndpoint(Jdbc jdbc, Purchases purchases, Merchants merchants) {
        this.jdbc = jdbc;
        this.purchases = purchases;
        this.merchants = merchants;
    }

    @GetMapping("/api/me/purchases")
    Mono<PurchasesBody> trail(Customer customer, @RequestParam(required = false) @Nullable String cursor) {
        var member = customer.joined();
        return jdbc.call(customer.merchant(), () -> {
            var zone = merchants.current().zone();
            var page = purchases.trail(member, cursor, PAGE);
            return new PurchasesBody(
                    page.items().stream()
                            .map(bought -> PurchaseBody.of(bought, zone))
                            .toList(),
                    page.next());
        });
    }
}

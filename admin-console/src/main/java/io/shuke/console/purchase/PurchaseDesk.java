package io.shuke.console.purchase;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.purchase.Bought;
import io.shuke.member.purchase.Purchases;
import io.shuke.member.purchase.Summaries;
import io.shuke.member.purchase.Summary;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** What one member buys, and what is usual about it. */
@RestController
class PurchaseDesk {

    private static final int PAGE = 20;

    record GoodsBody(String sku, String name, String category, int quantity, long amountFen) {}

    record BillBody(
            String id,
            String orderNo,
            String storeId,
            String channel,
            OffsetDateTime at,
            long grossFen,
            long paidFen,
            long refundedFen,
            boolean voided,
            long points,
            List<GoodsBody> lines) {

        static BillBody of(Bought bought, ZoneId zone) {
            var bill = bought.bill();
            return new BillBody(
                    bill.id().toString(),
                    bill.order().number(),
                    Long.toString(bill.order().storeId()),
                    bill.order().channel(),
                    bill.at().atZone(zone).toOffsetDateTime(),
                    bill.gross().value(),
                    bill.paid().value(),
                    bought.refunded().value(),
                    bought.voided(),
                    bill.points(),
                    bill.lines().stream()
                            .map(line -> new GoodsBody(
                                    line.sku(),
                                    line.name(),
                                    line.category(),
                                    line.quantity(),
                                    line.amount().value()))
                            .toList());
        }
    }

    record FiguresBody(
            int visits,
            long amountFen,
            @Nullable Long averageFen,
            @Nullable OffsetDateTime firstAt,
            @Nullable OffsetDateTime lastAt,
            @Nullable Long daysBetween,
            @Nullable String storeId,
            @Nullable String channel) {

        static FiguresBody of(Summary summary, ZoneId zone) {
            return new FiguresBody(
                    summary.visits(),
                    summary.amount().value(),
                    summary.average() == null ? null : summary.average().value(),
                    at(summary.firstAt(), zone),
                    at(summary.lastAt(), zone),
                    summary.between() == null
                            ? null
                            : Math.round(summary.between().toHours() / 24.0),
                    summary.storeId() == null ? null : summary.storeId().toString(),
                    summary.channel());
        }

        private static @Nullable OffsetDateTime at(@Nullable Instant instant, ZoneId zone) {
            return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
        }
    }

    /** @param habit in one sentence, null when nothing is usual */
    record TrailBody(
            FiguresBody figures,
            @Nullable String habit,
            List<BillBody> items,
            @Nullable String next) {}

    private final Members members;
    private final Purchases purchases;
    private final Summaries summaries;
    private final Merchants merchants;
    private final Jdbc jdbc;

    PurchaseDesk(Members members, Purchases purchases, Summaries summaries, Merchants merchants, Jdbc jdbc) {
        this.members = members;
        this.purchases = purchases;
        this.summaries = summaries;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/members/{id}/purchases")
    Mono<TrailBody> trail(
            ConsoleUser user, @PathVariable long id, @RequestParam(required = false) @Nullable String cursor) {
        if (id <= 0) {
            throw new ServerWebInputException("id");
        }
        return jdbc.call(user.merchant(), () -> {
            var zone = merchants.current().zone();
            var member = members.member(new MemberId(id)).id();
            var page = purchases.trail(member, cursor, PAGE);
            return new TrailBody(
                    FiguresBody.of(summaries.of(member), zone),
                    purchases.habit(member).orElse(null),
                    page.items().stream()
                            .filter(bought -> user.everywhere()
                                    || user.stores()
                                            .contains(bought.bill().order().storeId()))
                            .map(bought -> BillBody.of(bought, zone))
                            .toList(),
                    page.next());
        });
    }
}

package io.shuke.gateway.balance;

import io.shuke.gateway.door.Customer;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Entry;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.merchant.Merchants;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class BalanceEndpoint {

    private static final int PAGE = 20;
    private static final List<Asset> MONEY = List.of(Asset.PRINCIPAL, Asset.GIFT);

    /**
     * @param asset {@code PRINCIPAL} that was paid for, or {@code GIFT} that was given on top
     * @param change in 分
     * @param balance of that asset after it, in 分
     */
    record BalanceEntryBody(
            String id,
            String asset,
            long change,
            String reason,
            String reference,
            long balance,
            OffsetDateTime at,
            String text) {

        static BalanceEntryBody of(Entry entry, ZoneId zone) {
            return new BalanceEntryBody(
                    Long.toString(entry.id()),
                    entry.asset().code(),
                    entry.change(),
                    entry.reason().name(),
                    entry.reference().value(),
                    entry.balance(),
                    entry.at().atZone(zone).toOffsetDateTime(),
                    entry.text());
        }
    }

    /** @param balanceFen principal and gift together */
    record BalanceBody(
            List<BalanceEntryBody> items, @Nullable String next, long balanceFen, long principalFen, long giftFen) {}

    private final Jdbc jdbc;
    private final Ledger ledger;
    private final Merchants merchants;

    BalanceEndpoint(Jdbc jdbc, Ledger ledger, Merchants merchants) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.merchants = merchants;
    }

    @GetMapping("/api/me/balance")
    Mono<BalanceBody> balance(Customer customer, @RequestParam(required = false) @Nullable String cursor) {
        var member = customer.joined();
        return jdbc.call(customer.merchant(), () -> {
            var zone = merchants.current().zone();
            var page = ledger.history(member, MONEY, cursor, PAGE);
            var balances = ledger.balances(member);
            long principal = balances.getOrDefault(Asset.PRINCIPAL, 0L);
            long gift = balances.getOrDefault(Asset.GIFT, 0L);
            return new BalanceBody(
                    page.items().stream()
                            .map(entry -> BalanceEntryBody.of(entry, zone))
                            .toList(),
                    page.next(),
                    principal + gift,
                    principal,
                    gift);
        });
    }
}

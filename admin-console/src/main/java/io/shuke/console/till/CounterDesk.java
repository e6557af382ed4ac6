package io.shuke.console.till;

import static io.shuke.console.till.CounterBill.amount;
import static io.shuke.console.till.CounterBill.id;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.coupon.Coupons;
import io.shuke.marketing.till.Quotes;
import io.shuke.marketing.till.Refunds;
import io.shuke.marketing.till.Scans;
import io.shuke.marketing.till.Settlements;
import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Phone;
import io.shuke.member.purchase.BillId;
import io.shuke.member.purchase.Refund;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** The counter on a clerk's phone: what a till does, by the session instead of a signature. */
@RestController
class CounterDesk {

    private static final int WALLET = 100;
    /** By one clerk: more than forget their phones, fewer than it takes to leaf through the book. */
    private static final int LOOK_UPS_AN_HOUR = 30;

    record CounterStoreBody(String id, String name) {}

    record CounterStoresBody(
            List<CounterStoreBody> items, @Nullable String next) {}

    /** Either the code, or a phone number and why it is looked for. */
    record CounterScanBody(
            @Nullable String storeId,
            @Nullable String code,
            @Nullable String phone,
            @Nullable String reason) {

        @Override
        public String toString() {
            return "CounterScanBody[]";
        }
    }

    record CounterRefundBody(
            @Nullable String storeId,
            @Nullable String orderNo,
            @Nullable Long amountFen) {}

    private final ClerkTill till;
    private final Scans scans;
    private final Quotes quotes;
    private final Settlements settlements;
    private final Refunds refunds;
    private final Coupons coupons;
    private final Clock clock;
    private final Jdbc jdbc;

    CounterDesk(
            ClerkTill till,
            Scans scans,
            Quotes quotes,
            Settlements settlements,
            Refunds refunds,
            Coupons coupons,
            Clock clock,
            Jdbc jdbc) {
        this.till = till;
        this.scans = scans;
        this.quotes = quotes;
        this.settlements = settlements;
        this.refunds = refunds;
        this.coupons = coupons;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/till/stores")
    Mono<CounterStoresBody> stores(ConsoleUser clerk) {
        return jdbc.call(
                clerk.merchant(),
                () -> new CounterStoresBody(
                        till.stores(clerk).stream()
                                .map(store -> new CounterStoreBody(Long.toString(store.id()), store.name()))
                                .toList(),
                        null));
    }

    @PostMapping("/console/api/till/scans")
    Mono<CounterGuestBody> scan(ConsoleUser clerk, @RequestBody CounterScanBody body) {
        var store = id(body.storeId(), "storeId");
        var code = body.code();
        var phone = body.phone();
        if ((code == null) == (phone == null)) {
            throw new ServerWebInputException("either code or phone");
        }
        var why = body.reason() == null ? "" : body.reason();
        return jdbc.call(clerk.merchant(), () -> {
            var key = till.in(store, clerk);
            return CounterGuestBody.of(
                    code != null ? scans.code(key, code) : scans.phone(key, phone(phone), why, LOOK_UPS_AN_HOUR));
        });
    }

    private static Phone phone(@Nullable String typed) {
        return Phone.parse(typed == null ? "" : typed);
    }

    @PostMapping("/console/api/till/quotes")
    Mono<CounterQuoteBody> quote(ConsoleUser clerk, @RequestBody CounterBill bill) {
        var question = bill.question();
        return jdbc.call(clerk.merchant(), () -> {
            till.in(question.store(), clerk);
            return CounterQuoteBody.of(quotes.quote(question));
        });
    }

    /** The same order number again tells of the first time. */
    @PostMapping("/console/api/till/bills")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CounterSettledBody> settle(ConsoleUser clerk, @RequestBody CounterBill bill) {
        var store = bill.store();
        var member = bill.member();
        var chosen = bill.coupons();
        return jdbc.call(clerk.merchant(), () -> {
            var codes = member == null || chosen == null ? List.<String>of() : codes(member, chosen);
            return CounterSettledBody.of(settlements
                    .settle(till.in(store, clerk), bill.settling(codes))
                    .settlement());
        });
    }

    /** The till is shown codes; a clerk picks from what the member has, who stands before him. */
    private List<String> codes(MemberId member, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return coupons.wallet(member, null, WALLET).items().stream()
                .filter(one -> ids.contains(one.coupon().id()))
                .map(Coupons.InWallet::code)
                .toList();
    }

    @PostMapping("/console/api/till/bills/{id}/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CounterRefundedBody> refund(ConsoleUser clerk, @PathVariable String id, @RequestBody CounterRefundBody body) {
        var store = id(body.storeId(), "storeId");
        var orderNo = body.orderNo();
        if (orderNo == null) {
            throw new ServerWebInputException("orderNo");
        }
        var amount = new Fen(amount(body.amountFen(), "amountFen"));
        var refund = new Refund(new BillId(id(id, "id")), orderNo, List.of(), amount, clock.instant());
        return jdbc.call(clerk.merchant(), () -> CounterRefundedBody.of(refunds.refund(till.in(store, clerk), refund)));
    }
}

package io.shuke.member.purchase;

import io.shuke.member.SettableClock;
import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.Refusal;
import io.shuke.member.membership.MemberId;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A shop of its own for each test. */
@Component
class Counter {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    final Purchases purchases;
    final Summaries summaries;
    final SettableClock clock;
    final JdbcTemplate database;
    private final ApplicationEventPublisher events;
    private final Jdbc jdbc;
    private final Ids ids;
    private final Merchants merchants;
    private final TransactionTemplate transaction;
    private MerchantId merchant = new MerchantId(1);

    Counter(
            Purchases purchases,
            Summaries summaries,
            SettableClock clock,
            JdbcTemplate database,
            ApplicationEventPublisher events,
            Jdbc jdbc,
            Ids ids,
            Merchants merchants,
            TransactionTemplate transaction) {
        this.purchases = purchases;
        this.summaries = summaries;
        this.clock = clock;
        this.database = database;
        this.events = events;
        this.jdbc = jdbc;
        this.ids = ids;
        this.merchants = merchants;
        this.transaction = transaction;
    }

    void open() {
        merchant = new MerchantId(ids.next());
        jdbc.within(merchant, () -> {
            merchants.open(new Merchant(merchant, "早点铺", SHANGHAI));
            return true;
        });
    }

    MemberId anyMember() {
        return new MemberId(ids.next());
    }

    Bill bill(@Nullable MemberId member, String number, long fen) {
        return bill(member, new Order(1, Order.COUNTER, number), fen);
    }

    Bill bill(@Nullable MemberId member, Order order, long fen) {
        var lines = List.of(
                new BillLine("S1", "豆浆", "早点", 1, new Fen(fen / 2)),
                new BillLine("S2", "茶叶蛋", "早点", 2, new Fen(fen - fen / 2)));
        return Bill.of(purchases.nextId(), order, member, lines, clock.instant());
    }

    Bill buy(MemberId member, String number, long fen) {
        return record(bill(member, number, fen)).bill();
    }

    Recorded record(Bill bill) {
        return in(() -> purchases.record(bill));
    }

    Refunded refund(Bill bill, String number, long fen) {
        return refund(new Refund(bill.id(), number, List.of(), new Fen(fen), clock.instant()));
    }

    Refunded refund(Refund refund) {
        return in(() -> purchases.refund(refund));
    }

    Summary summary(MemberId member) {
        return in(() -> summaries.of(member));
    }

    Summary rebuilt(MemberId member) {
        return in(() -> {
            summaries.rebuild(member);
            return summaries.of(member);
        });
    }

    void publish(Object event) {
        in(() -> {
            transaction.executeWithoutResult(status -> events.publishEvent(event));
            return true;
        });
    }

    <T> T in(Supplier<T> work) {
        return jdbc.within(merchant, work);
    }

    /** All at once through the gate, as requests come; a refusal is null. */
    <T> List<@Nullable T> race(int width, IntFunction<T> work) {
        var running = new ArrayList<CompletableFuture<@Nullable T>>();
        for (int i = 0; i < width; i++) {
            var number = i;
            running.add(jdbc.call(merchant, () -> refusable(() -> work.apply(number)))
                    .toFuture());
        }
        var results = new ArrayList<@Nullable T>();
        running.forEach(one -> results.add(one.join()));
        return results;
    }

    private static <T> @Nullable T refusable(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refused) {
            return null;
        }
    }

    long count(String table) {
        var count = database.queryForObject(
                "SELECT COUNT(*) FROM " + table + " WHERE merchant_id = ?", Long.class, merchant.value());
        return count == null ? 0 : count;
    }
}

package io.shuke.member.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.SettableClock;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.MemberId;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A shop of its own for each test, with the facades of this package behind the gate. */
@Component
class Shop {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    final Ledger ledger;
    final Expiry expiry;
    final LedgerCheck check;
    final SettableClock clock;
    final JdbcTemplate database;
    private final Jdbc jdbc;
    private final Ids ids;
    private final Merchants merchants;
    private final TransactionTemplate transaction;
    private MerchantId merchant = new MerchantId(1);

    Shop(
            Ledger ledger,
            Expiry expiry,
            LedgerCheck check,
            SettableClock clock,
            JdbcTemplate database,
            Jdbc jdbc,
            Ids ids,
            Merchants merchants,
            TransactionTemplate transaction) {
        this.ledger = ledger;
        this.expiry = expiry;
        this.check = check;
        this.clock = clock;
        this.database = database;
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

    MerchantId merchant() {
        return merchant;
    }

    MemberId anyMember() {
        return new MemberId(ids.next());
    }

    List<MemberId> members(int count) {
        var members = new ArrayList<MemberId>();
        for (int i = 0; i < count; i++) {
            members.add(anyMember());
        }
        return members;
    }

    MemberId memberWith(long points) {
        var member = anyMember();
        earn(member, points, "opening");
        return member;
    }

    <T> T in(Supplier<T> work) {
        return jdbc.within(merchant, work);
    }

    void inOneTransaction(Runnable work) {
        in(() -> {
            transaction.executeWithoutResult(status -> work.run());
            return true;
        });
    }

    Entry earn(MemberId member, long points, String reference) {
        return post(Movement.earn(member, Asset.POINTS, points, Reason.PURCHASE, new Reference(reference)));
    }

    Entry spend(MemberId member, long points, String reference) {
        return post(Movement.spend(member, Asset.POINTS, points, Reason.GIFT, new Reference(reference)));
    }

    Entry post(Instruction instruction) {
        return in(() -> ledger.post(instruction));
    }

    Entry reverse(MemberId member, String original, String reference) {
        return post(
                Reversal.of(member, Asset.POINTS, new Reference(original), new Reference(reference), Reason.REFUND));
    }

    long balance(MemberId member) {
        return in(() -> ledger.balance(member, Asset.POINTS));
    }

    List<Expiring> lots(MemberId member) {
        return in(() -> ledger.expiring(member, Asset.POINTS, LocalDate.of(9999, 12, 31)));
    }

    List<Entry> history(MemberId member) {
        return in(() -> ledger.history(member, Asset.POINTS, null, 100)).items();
    }

    void setDay(LocalDate day) {
        clock.setNoon(day, SHANGHAI);
    }

    Instant now() {
        return clock.instant();
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
        } catch (LedgerRefusal refused) {
            return null;
        }
    }

    long count(String table) {
        var count = database.queryForObject(
                "SELECT COUNT(*) FROM " + table + " WHERE merchant_id = ?", Long.class, merchant.value());
        return count == null ? 0 : count;
    }

    void booksAddUp() {
        assertThat(in(check::run)).isEmpty();
    }
}

package io.shuke.member.membership;

import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Gives each test a shop of its own, people who walk in, and an ear for what happens. */
@Component
class Shopkeeper {

    static final String OFFICIAL = "official-app";
    static final String MINI = "mini-app";
    static final String UNION = "union";

    private static final AtomicLong NEXT = new AtomicLong(Instant.now().toEpochMilli());

    private final Jdbc jdbc;
    private final Merchants merchants;
    private final Consents consents;
    private final JdbcTemplate database;
    private final List<Object> heard = new CopyOnWriteArrayList<>();
    private volatile @Nullable RuntimeException obstacle;

    Shopkeeper(Jdbc jdbc, Merchants merchants, Consents consents, JdbcTemplate database) {
        this.jdbc = jdbc;
        this.merchants = merchants;
        this.consents = consents;
        this.database = database;
    }

    MerchantId opens() {
        var merchant = new Merchant(new MerchantId(NEXT.incrementAndGet()), "小店", ZoneId.of("Asia/Shanghai"));
        jdbc.within(merchant.id(), () -> {
            merchants.open(merchant);
            return true;
        });
        heard.clear();
        obstacle = null;
        return merchant.id();
    }

    static Identity identity(String provider) {
        return new Identity(provider, "o" + Long.toString(NEXT.incrementAndGet(), 36) + "AbCdEfGhIjKlMn");
    }

    static Phone phone() {
        return new Phone("139%08d".formatted(NEXT.incrementAndGet() % 100_000_000));
    }

    Joining joining(Identity... identities) {
        return joining(null, null, identities);
    }

    Joining joining(@Nullable Phone phone, @Nullable String nickname, Identity... identities) {
        return new Joining(
                List.of(identities), phone, consents.current().version(), "test", nickname, null, null, null);
    }

    /** All at once through the gate, as requests come; fails if any of them fails. */
    <T> List<T> race(MerchantId merchant, List<Supplier<T>> works) {
        var running = new ArrayList<CompletableFuture<T>>();
        works.forEach(work -> running.add(jdbc.call(merchant, work).toFuture()));
        return running.stream().map(CompletableFuture::join).toList();
    }

    long count(String table, MerchantId merchant) {
        var count = database.queryForObject(
                "SELECT COUNT(*) FROM " + table + " WHERE merchant_id = ?", Long.class, merchant.value());
        return count == null ? 0 : count;
    }

    <T> List<T> heard(Class<T> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The next who wants to leave is refused. */
    void obstruct(RuntimeException refusal) {
        obstacle = refusal;
    }

    @EventListener({
        MemberJoined.class,
        MergedMembers.class,
        MergeUndone.class,
        MemberLeft.class,
        MemberLeaving.class,
        MemberWithdrew.class
    })
    void hear(Object event) {
        if (event instanceof MemberLeaving && obstacle != null) {
            throw obstacle;
        }
        heard.add(event);
    }
}

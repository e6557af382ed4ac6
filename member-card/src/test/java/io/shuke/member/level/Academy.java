package io.shuke.member.level;

import io.shuke.member.SettableClock;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.MemberId;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.purchase.Summaries;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A shop of its own for each test, whose members climb. */
@Component
class Academy {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    final Levels levels;
    final Judgement judgement;
    final Summaries summaries;
    final SettableClock clock;
    final JdbcTemplate database;
    final List<Object> facts = new CopyOnWriteArrayList<>();
    private final Jdbc jdbc;
    private final Ids ids;
    private final Merchants merchants;
    private final TransactionTemplate transaction;
    private MerchantId merchant = new MerchantId(1);

    Academy(
            Levels levels,
            Judgement judgement,
            Summaries summaries,
            SettableClock clock,
            JdbcTemplate database,
            Jdbc jdbc,
            Ids ids,
            Merchants merchants,
            TransactionTemplate transaction) {
        this.levels = levels;
        this.judgement = judgement;
        this.summaries = summaries;
        this.clock = clock;
        this.database = database;
        this.jdbc = jdbc;
        this.ids = ids;
        this.merchants = merchants;
        this.transaction = transaction;
    }

    void open(Ladder ladder) {
        merchant = new MerchantId(ids.next());
        in(() -> {
            merchants.open(new Merchant(merchant, "早点铺", SHANGHAI));
            levels.change(ladder);
            return true;
        });
        facts.clear();
    }

    @EventListener
    void raised(LevelRaised fact) {
        facts.add(fact);
    }

    @EventListener
    void lowered(LevelLowered fact) {
        facts.add(fact);
    }

    @EventListener
    void atRisk(LevelAtRisk fact) {
        facts.add(fact);
    }

    MerchantId merchant() {
        return merchant;
    }

    MemberId anyMember() {
        var member = new MemberId(ids.next());
        together(() -> {
            summaries.rank(member, 1);
            return true;
        });
        return member;
    }

    void setDay(LocalDate day) {
        clock.setNoon(day, SHANGHAI);
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(SHANGHAI));
    }

    Standing buy(MemberId member, long fen) {
        return together(() -> levels.bought(levels.hold(member), Deed.bill(today(), fen, 0)));
    }

    Standing takeBack(MemberId member, long fen) {
        return together(() -> levels.takenBack(levels.hold(member), Deed.bill(today(), fen, 0)));
    }

    int step(MemberId member) {
        return in(() -> levels.progress(member)).level().step();
    }

    void judge() {
        while (in(() -> judgement.judge(3))) {
            continue;
        }
    }

    <T> T in(Supplier<T> work) {
        return jdbc.within(merchant, work);
    }

    <T> T together(Supplier<T> work) {
        return in(() -> java.util.Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    <T> List<T> race(int width, IntFunction<T> work) {
        var running = new ArrayList<CompletableFuture<T>>();
        for (int i = 0; i < width; i++) {
            var number = i;
            running.add(jdbc.<T>call(merchant, () -> transaction.execute(status -> work.apply(number)))
                    .toFuture());
        }
        return running.stream().map(CompletableFuture::join).toList();
    }

    /** The copy in the summary. */
    int ranked(MemberId member) {
        var step = database.queryForObject(
                "SELECT step FROM purchase_summary WHERE merchant_id = ? AND member_id = ?",
                Integer.class,
                merchant.value(),
                member.value());
        return step == null ? 0 : step;
    }
}

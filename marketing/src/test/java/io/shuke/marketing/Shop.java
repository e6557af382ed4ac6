package io.shuke.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.Refusal;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.LedgerCheck;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.membership.Consents;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Joining;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A shop of its own for each test, with members who have something. */
@Component
public class Shop {

    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final String FINE = "ok";

    private final Ledger ledger;
    private final LedgerCheck check;
    private final Members members;
    private final Consents consents;
    private final Merchants merchants;
    private final SettableClock clock;
    private final JdbcTemplate database;
    private final Jdbc jdbc;
    private final Ids ids;
    private MerchantId merchant = new MerchantId(1);

    Shop(
            Ledger ledger,
            LedgerCheck check,
            Members members,
            Consents consents,
            Merchants merchants,
            SettableClock clock,
            JdbcTemplate database,
            Jdbc jdbc,
            Ids ids) {
        this.ledger = ledger;
        this.check = check;
        this.members = members;
        this.consents = consents;
        this.merchants = merchants;
        this.clock = clock;
        this.database = database;
        this.jdbc = jdbc;
        this.ids = ids;
    }

    public void open() {
        setDay(TODAY);
        merchant = new MerchantId(ids.next());
        in(() -> {
            merchants.open(new Merchant(merchant, "面馆", SHANGHAI));
            return true;
        });
    }

    /** Noon of that day. */
    public void setDay(LocalDate day) {
        clock.setNoon(day, SHANGHAI);
    }

    /** Somebody who has joined, with so many points. */
    public MemberId member(long points) {
        var identity = new Identity("official", "o" + ids.next());
        var joining =
                new Joining(List.of(identity), null, consents.current().version(), "test", null, null, null, null);
        var member = in(() -> members.join(joining).member().id());
        if (points > 0) {
            in(() ->
                    ledger.post(Movement.earn(member, Asset.POINTS, points, Reason.OPENING, new Reference("opening"))));
        }
        return member;
    }

    public long points(MemberId member) {
        return balance(member, Asset.POINTS);
    }

    public long balance(MemberId member, Asset asset) {
        return in(() -> ledger.balance(member, asset));
    }

    public <T> T in(Supplier<T> work) {
        return jdbc.within(merchant, work);
    }

    /** So many at once, as requests come: the code of each one's refusal, or {@code ok}. */
    public List<String> race(int wide, IntConsumer work) {
        var running = IntStream.range(0, wide)
                .mapToObj(n ->
                        jdbc.call(merchant, () -> outcome(() -> work.accept(n))).toFuture())
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    /** The code of the refusal, or {@code ok}. */
    public String outcome(Runnable work) {
        try {
            work.run();
            return FINE;
        } catch (Refusal no) {
            return no.code();
        }
    }

    public String refusal(Runnable work) {
        return in(() -> outcome(work));
    }

    public long count(String sql) {
        var count = database.queryForObject(sql, Long.class, merchant.value());
        return count == null ? 0 : count;
    }

    public void ledgerAddsUp() {
        assertThat(in(check::run)).isEmpty();
    }
}

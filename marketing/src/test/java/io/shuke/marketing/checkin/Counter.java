package io.shuke.marketing.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.SettableClock;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.Lane;
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
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The counter of a shop of its own for each test, where members check in. */
@Component
class Counter {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final CheckIns checkIns;
    private final Ledger points;
    private final LedgerCheck check;
    private final Members members;
    private final Consents consents;
    private final Merchants merchants;
    private final SettableClock clock;
    private final JdbcTemplate database;
    private final Jdbc jdbc;
    private final Ids ids;
    private final TransactionTemplate transaction;
    private MerchantId merchant = new MerchantId(1);

    Counter(
            CheckIns checkIns,
            Ledger points,
            LedgerCheck check,
            Members members,
            Consents consents,
            Merchants merchants,
            SettableClock clock,
            JdbcTemplate database,
            Jdbc jdbc,
            Ids ids,
            TransactionTemplate transaction) {
        this.checkIns = checkIns;
        this.points = points;
        this.check = check;
        this.members = members;
        this.consents = consents;
        this.merchants = merchants;
        this.clock = clock;
        this.database = database;
        this.jdbc = jdbc;
        this.ids = ids;
        this.transaction = transaction;
    }

    void open(LocalDate today) {
        setDay(today);
        merchant = new MerchantId(ids.next());
        in(() -> {
            merchants.open(new Merchant(merchant, "面馆", SHANGHAI));
            return true;
        });
    }

    void setDay(LocalDate day) {
        clock.setNoon(day, SHANGHAI);
    }

    /** Somebody with a phone in hand; checking in asks nothing else of him. */
    MemberId anyMember() {
        return new MemberId(ids.next());
    }

    List<MemberId> members(int count) {
        return Stream.generate(this::anyMember).limit(count).toList();
    }

    MemberId memberSince(LocalDate day, long points) {
        setDay(day);
        var identity = new Identity("official", "o" + ids.next());
        var version = consents.current().version();
        var member = in(() -> members.join(
                                new Joining(List.of(identity), null, version, "test", null, null, null, null))
                        .member())
                .id();
        if (points > 0) {
            in(() -> this.points.post(
                    Movement.earn(member, Asset.POINTS, points, Reason.OPENING, new Reference("opening"))));
        }
        return member;
    }

    CheckedIn tap(MemberId member) {
        return in(() -> checkIns.checkIn(member));
    }

    CheckedIn tapOn(LocalDate day, MemberId member) {
        setDay(day);
        return tap(member);
    }

    /** Taps on each of so many days in a row. */
    List<CheckIn> tapDaily(MemberId member, LocalDate first, int days) {
        return IntStream.range(0, days)
                .mapToObj(n -> tapOn(first.plusDays(n), member).checkIn())
                .toList();
    }

    CheckIn makeUp(MemberId member, LocalDate day) {
        return in(() -> checkIns.makeUp(member, day));
    }

    CheckInMonth month(MemberId member, YearMonth month) {
        return in(() -> checkIns.month(member, month));
    }

    int coupons(MemberId member) {
        return in(() -> checkIns.coupons(member));
    }

    long balance(MemberId member) {
        return in(() -> points.balance(member, Asset.POINTS));
    }

    /** A node of its own: another gate and another lane to the same database. */
    Lane<MemberId, CheckedIn> node() {
        return new Lane<>(new Jdbc(3, 1024), 4096, checkIns::checkIn);
    }

    Lane<MemberId, CheckedIn> lane() {
        return new Lane<>(jdbc, 4096, checkIns::checkIn);
    }

    CompletableFuture<CheckedIn> tap(Lane<MemberId, CheckedIn> lane, MemberId member) {
        return lane.call(merchant, member).toFuture();
    }

    /** All at once through the gate, as requests come; a refusal is null. */
    <T> List<@Nullable T> race(Stream<Supplier<T>> works) {
        var running = new ArrayList<CompletableFuture<@Nullable T>>();
        works.forEach(
                work -> running.add(jdbc.call(merchant, () -> refusable(work)).toFuture()));
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

    <T> T in(Supplier<T> work) {
        return jdbc.within(merchant, work);
    }

    /** How many statements reach the database. */
    long statements(List<MemberId> taps) {
        return in(() -> transaction.execute(status -> {
            var before = questions();
            checkIns.checkIn(taps);
            return questions() - before - 1;
        }));
    }

    private long questions() {
        return database.queryForObject("SHOW SESSION STATUS LIKE 'Questions'", (row, number) -> row.getLong("Value"));
    }

    long count(String sql) {
        var count = database.queryForObject(sql, Long.class, merchant.value());
        return count == null ? 0 : count;
    }

    long checkIns() {
        return count("SELECT COUNT(*) FROM check_in WHERE merchant_id = ?");
    }

    long payments() {
        return count("SELECT COUNT(*) FROM movement WHERE merchant_id = ? AND reason = 'CHECK_IN'");
    }

    List<String> rows() {
        return database.queryForList(
                "SELECT CONCAT_WS(' ', on_day, streak, made_up, points, points_after,"
                        + " DATE_FORMAT(checked_in_at, '%Y-%m-%d %H:%i')) FROM check_in WHERE merchant_id = ?"
                        + " ORDER BY on_day, member_id",
                String.class, merchant.value());
    }

    /** The ledger's own check, and what must hold between check-ins, streaks and the ledger. */
    void allAddsUp() {
        assertThat(in(check::run)).isEmpty();
        assertThat(count("SELECT COUNT(*) FROM check_in c LEFT JOIN check_in p ON p.merchant_id = c.merchant_id"
                        + " AND p.member_id = c.member_id AND p.on_day = c.on_day - INTERVAL 1 DAY"
                        + " WHERE c.merchant_id = ? AND c.streak <> COALESCE(p.streak, 0) + 1"))
                .as("I15 a streak is the length of the unbroken run of days that ends on its day")
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM check_in WHERE merchant_id = ? AND made_up = FALSE"
                        + " AND on_day <> DATE(checked_in_at + INTERVAL 8 HOUR)"))
                .as("I14 the day is the shop's day of the moment")
                .isZero();
        assertThat(payments())
                .as("I16 a check-in is paid once")
                .isEqualTo(count("SELECT COUNT(*) FROM check_in WHERE merchant_id = ? AND points > 0"));
    }
}

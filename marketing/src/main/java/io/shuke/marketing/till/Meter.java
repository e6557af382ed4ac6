package io.shuke.marketing.till;

import io.shuke.member.ground.MerchantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Counts what passes through a key and stops at its caps. One conditional statement, the last of a transaction, so that
 * bills of one key wait for each other no longer than a commit takes; hence past the mappers, with the merchant by hand.
 */
@Repository
class Meter {

    private static final String RUN = "UPDATE till_meter SET fen_this_hour = IF(hour_at = ?, fen_this_hour, 0) + ?,"
            + " points_this_hour = IF(hour_at = ?, points_this_hour, 0) + ?,"
            + " fen_today = IF(on_day = ?, fen_today, 0) + ?, points_today = IF(on_day = ?, points_today, 0) + ?,"
            + " hour_at = ?, on_day = ? WHERE merchant_id = ? AND key_id = ?"
            + " AND IF(hour_at = ?, fen_this_hour, 0) + ? <= ? AND IF(hour_at = ?, points_this_hour, 0) + ? <= ?"
            + " AND IF(on_day = ?, fen_today, 0) + ? <= ? AND IF(on_day = ?, points_today, 0) + ? <= ?";

    private static final String BEGIN =
            "INSERT INTO till_meter (merchant_id, key_id, hour_at, fen_this_hour, points_this_hour, on_day, fen_today,"
                    + " points_today) VALUES (?, ?, ?, 0, 0, ?, 0, 0) ON DUPLICATE KEY UPDATE key_id = key_id";

    private record Shown(
            LocalDateTime hourAt, long fenHour, long pointsHour, LocalDate day, long fenDay, long pointsDay) {}

    private final JdbcTemplate database;

    Meter(JdbcTemplate database) {
        this.database = database;
    }

    /** The beginning of the shop's hour and its day; zones with half hours have hours of their own. */
    record Moment(LocalDateTime hour, LocalDate day) {

        static Moment of(Instant now, ZoneId zone) {
            var here = now.atZone(zone);
            var hour = here.truncatedTo(ChronoUnit.HOURS).withZoneSameInstant(ZoneOffset.UTC);
            return new Moment(hour.toLocalDateTime(), here.toLocalDate());
        }
    }

    /** @throws TillRefusal {@code till.cap-reached}: nothing of the bill is done then */
    void run(TillKey key, Moment moment, long fen, long points) {
        var caps = key.terms().caps();
        if (fen > caps.billFen()) {
            throw TillRefusal.capReached(TillRefusal.Cap.BILL_AMOUNT);
        }
        if (points > caps.billPoints()) {
            throw TillRefusal.capReached(TillRefusal.Cap.BILL_POINTS);
        }
        if (count(key, moment, fen, points)) {
            return;
        }
        database.update(BEGIN, merchant(), key.id().value(), moment.hour(), moment.day());
        if (!count(key, moment, fen, points)) {
            throw TillRefusal.capReached(reached(key, moment, fen, points));
        }
    }

    private boolean count(TillKey key, Moment now, long fen, long points) {
        var caps = key.terms().caps();
        return database.update(
                        RUN,
                        now.hour(),
                        fen,
                        now.hour(),
                        points,
                        now.day(),
                        fen,
                        now.day(),
                        points,
                        now.hour(),
                        now.day(),
                        merchant(),
                        key.id().value(),
                        now.hour(),
                        fen,
                        caps.hourFen(),
                        now.hour(),
                        points,
                        caps.hourPoints(),
                        now.day(),
                        fen,
                        caps.dayFen(),
                        now.day(),
                        points,
                        caps.dayPoints())
                == 1;
    }

    private TillRefusal.Cap reached(TillKey key, Moment now, long fen, long points) {
        var caps = key.terms().caps();
        var shown = shown(key).get(0);
        var thisHour = shown.hourAt().equals(now.hour());
        var today = shown.day().equals(now.day());
        if ((today ? shown.fenDay() : 0) + fen > caps.dayFen()) {
            return TillRefusal.Cap.DAY_AMOUNT;
        }
        if ((today ? shown.pointsDay() : 0) + points > caps.dayPoints()) {
            return TillRefusal.Cap.DAY_POINTS;
        }
        return (thisHour ? shown.fenHour() : 0) + fen > caps.hourFen()
                ? TillRefusal.Cap.HOUR_AMOUNT
                : TillRefusal.Cap.HOUR_POINTS;
    }

    private List<Shown> shown(TillKey key) {
        return database.query(
                "SELECT hour_at, fen_this_hour, points_this_hour, on_day, fen_today, points_today FROM till_meter"
                        + " WHERE merchant_id = ? AND key_id = ?",
                (row, number) -> new Shown(
                        row.getObject(1, LocalDateTime.class),
                        row.getLong(2),
                        row.getLong(3),
                        row.getObject(4, LocalDate.class),
                        row.getLong(5),
                        row.getLong(6)),
                merchant(),
                key.id().value());
    }

    private static long merchant() {
        return MerchantScope.current().value();
    }
}

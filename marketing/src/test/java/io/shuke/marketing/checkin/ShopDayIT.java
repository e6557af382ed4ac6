package io.shuke.marketing.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.shuke.marketing.SettableClock;
import io.shuke.marketing.ShopTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The day is the shop's, wherever the machine stands and whatever the phone says. */
@ShopTest
class ShopDayIT {

    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 1);

    @Autowired
    Counter counter;

    @Autowired
    SettableClock clock;

    @Autowired
    HikariDataSource pool;

    private final TimeZone machine = TimeZone.getDefault();

    @BeforeEach
    void open() {
        counter.open(SUNDAY);
    }

    @AfterEach
    void allAddsUp() {
        TimeZone.setDefault(machine);
        pool.getHikariPoolMXBean().softEvictConnections();
        counter.allAddsUp();
    }

    @Test
    void itBeginsAtSixteenHoursUtc() {
        var member = counter.anyMember();

        clock.set(Instant.parse("2026-11-01T15:59:00Z"));
        var before = counter.tap(member);
        clock.set(Instant.parse("2026-11-01T16:01:00Z"));
        var after = counter.tap(member);

        assertThat(before.checkIn().day()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(before.dayEnds()).isEqualTo(Instant.parse("2026-11-01T16:00:00Z"));
        assertThat(after.first()).isTrue();
        assertThat(after.checkIn().day()).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(after.checkIn().streak()).isEqualTo(2);
    }

    @Test
    void aTapThatMidnightOvertakesBelongsToOneDayWholly() {
        var member = counter.anyMember();
        clock.set(Instant.parse("2026-11-01T15:59:30Z"));
        clock.advanceAtEachLook(Duration.ofMinutes(1));

        var tap = counter.tap(member);
        clock.advanceAtEachLook(Duration.ZERO);

        var midnight = tap.checkIn().day().plusDays(1).atStartOfDay(Counter.SHANGHAI);
        assertThat(tap.dayEnds())
                .as("when the answer may no longer be given again")
                .isEqualTo(midnight.toInstant());
    }

    /** New York puts its clocks back in that night, Lord Howe by half an hour in another; Kiritimati is a day ahead. */
    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Pacific/Kiritimati", "Australia/Lord_Howe", "Asia/Shanghai"})
    void theRowsAreTheSameInEveryZoneOfTheMachine(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        pool.getHikariPoolMXBean().softEvictConnections();
        var member = counter.anyMember();

        for (var moment : List.of(
                "2026-10-31T16:30:00Z", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z", "2026-11-02T15:59:59Z")) {
            clock.set(Instant.parse(moment));
            counter.tap(member);
        }

        assertThat(counter.rows())
                .containsExactly("2026-11-01 1 0 5 5 2026-10-31 16:30", "2026-11-02 2 0 5 10 2026-11-02 15:59");
        assertThat(counter.month(member, YearMonth.of(2026, 11)).days())
                .containsExactly(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2));
    }
}

package io.shuke.gateway.checkin;

import io.shuke.marketing.checkin.CheckInDay;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A member's check-ins of a good year as bitmaps, the way they lie in Redis.
 *
 * @param first the day of the first bit
 * @param checked one bit a day, the first day in the highest bit of the first byte, as Redis counts
 * @param madeUp likewise, for those of them that were made up
 */
record Calendar(LocalDate first, byte[] checked, byte[] madeUp) {

    /** Long enough for a year's streak and a look back at last year's month. */
    static final int DAYS = 400;

    static Calendar of(LocalDate today, List<CheckInDay> days) {
        var first = firstDay(today);
        var calendar = new Calendar(first, new byte[DAYS / 8 + 1], new byte[DAYS / 8 + 1]);
        for (var day : days) {
            calendar.mark(calendar.checked, day.day());
            if (day.madeUp()) {
                calendar.mark(calendar.madeUp, day.day());
            }
        }
        return calendar;
    }

    static LocalDate firstDay(LocalDate today) {
        return today.minusDays(DAYS - 1L);
    }

    /** Whether the whole month lies within the calendar. */
    boolean covers(YearMonth month) {
        return !month.atDay(1).isBefore(first);
    }

    boolean checked(LocalDate day) {
        return marked(checked, day);
    }

    List<LocalDate> checkedIn(YearMonth month) {
        return marked(checked, month);
    }

    List<LocalDate> madeUpIn(YearMonth month) {
        return marked(madeUp, month);
    }

    byte[] toBytes() {
        return ByteBuffer.allocate(Integer.BYTES + checked.length + madeUp.length)
                .putInt((int) first.toEpochDay())
                .put(checked)
                .put(madeUp)
                .array();
    }

    static Calendar from(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var first = LocalDate.ofEpochDay(buffer.getInt());
        var checked = new byte[buffer.remaining() / 2];
        var madeUp = new byte[checked.length];
        buffer.get(checked).get(madeUp);
        return new Calendar(first, checked, madeUp);
    }

    private void mark(byte[] bits, LocalDate day) {
        var at = (int) (day.toEpochDay() - first.toEpochDay());
        bits[at / 8] |= (byte) (128 >> at % 8);
    }

    private boolean marked(byte[] bits, LocalDate day) {
        var at = (int) (day.toEpochDay() - first.toEpochDay());
        return at >= 0 && at < bits.length * 8 && (bits[at / 8] & 128 >> at % 8) != 0;
    }

    private List<LocalDate> marked(byte[] bits, YearMonth month) {
        return IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(month::atDay)
                .filter(day -> marked(bits, day))
                .toList();
    }
}

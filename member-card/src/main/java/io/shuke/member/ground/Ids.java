package io.shuke.member.ground;

import com.github.f4b6a3.tsid.Tsid;
import com.github.f4b6a3.tsid.TsidFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Time-ordered 63-bit ids, made before the insert. Nodes cannot collide: each start takes its own number (see {@link DatabaseConfiguration}). */
public final class Ids {

    /** Every number of up to 19 digits that is certain to fit. */
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}|[1-8][0-9]{18}");

    /** Node and counter, below the milliseconds. */
    private static final int RANDOM_BITS = 22;

    private final TsidFactory factory;

    public Ids(int node, Clock clock) {
        this.factory = TsidFactory.builder()
                .withNodeBits(10)
                .withNode(node & 1023)
                .withClock(clock)
                .build();
    }

    /** An id as somebody sent it back; empty for what was never given out. From mid-2027 on they have 19 digits. */
    public static OptionalLong read(@Nullable String text) {
        return text != null && FORM.matcher(text).matches()
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }

    /** Every id made from then on is at least this, and every one made before is less; so rows are found by when they were made. */
    public static long from(Instant instant) {
        return Math.max(0, instant.toEpochMilli() - Tsid.TSID_EPOCH) << RANDOM_BITS;
    }

    public long next() {
        return factory.create().toLong();
    }
}

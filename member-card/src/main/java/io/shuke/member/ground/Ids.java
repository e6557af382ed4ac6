package io.shuke.member.ground;

import com.github.f4b6a3.tsid.TsidFactory;
import java.time.Clock;

/** Time-ordered 63-bit ids, made before the insert. Nodes cannot collide: each start takes its own number (see {@link DatabaseConfiguration}). */
public final class Ids {

    private final TsidFactory factory;

    public Ids(int node, Clock clock) {
        this.factory = TsidFactory.builder()
                .withNodeBits(10)
                .withNode(node & 1023)
                .withClock(clock)
                .build();
    }

    public long next() {
        return factory.create().toLong();
    }
}

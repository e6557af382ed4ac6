package io.shuke.member.scan;

import io.shuke.member.ground.Refusal;

/** What a code says no to. */
public final class ScanRefusal extends Refusal {

    private ScanRefusal(Kind kind, String code) {
        super(kind, code);
    }

    /** Late, used, invented, or shown in another browser: all look alike. */
    static ScanRefusal over() {
        return new ScanRefusal(Kind.NOT_FOUND, "scan.over");
    }
}

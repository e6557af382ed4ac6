package io.shuke.marketing.audience;

import java.time.Instant;

/** A saved segment in one of its versions; the condition of a version never changes. */
public record Segment(SegmentId id, int version, String name, Condition condition, String madeBy, Instant madeAt) {}

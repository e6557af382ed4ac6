package io.shuke.marketing.till;

import java.time.Instant;

/** A key ran into one of its caps: a good day, or somebody who should not have it. */
public record TillAlarm(TillKeyId key, TillRefusal.Cap cap, Instant at) {}

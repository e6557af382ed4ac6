package io.shuke.marketing.push;

/** What became of an attempt. */
public record Settled(Claimed claimed, Verdict verdict) {}

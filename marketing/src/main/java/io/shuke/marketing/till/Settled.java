package io.shuke.marketing.till;

/** @param first false when this order number was settled before: then it is the settlement of that time */
public record Settled(Settlement settlement, boolean first) {}

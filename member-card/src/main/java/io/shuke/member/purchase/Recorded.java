package io.shuke.member.purchase;

/** @param first false when the order number was known already: then the bill is the one recorded the first time */
public record Recorded(Bill bill, boolean first) {}

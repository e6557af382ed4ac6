package io.shuke.marketing.stamp;

/**
 * A stamp card that the shop gives out.
 *
 * @param version counts the changes the shop has made to it
 * @param offered false when no more stamps are given; rewards already earned are still handed over
 */
public record StampCard(StampCardId id, int version, StampTerms terms, boolean offered) {}

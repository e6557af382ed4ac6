package io.shuke.marketing.pass;

/**
 * A pass on the shop's list.
 *
 * @param version counts the changes the shop has made to it; passes already sold stay as they were sold
 * @param offered false when it is no longer sold
 */
public record PassProduct(PassProductId id, int version, PassTerms terms, boolean offered) {}

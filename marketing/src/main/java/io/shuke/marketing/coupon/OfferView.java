package io.shuke.marketing.coupon;

/** An offer with what is left of it. */
public record OfferView(Offer offer, Stock stock) {}

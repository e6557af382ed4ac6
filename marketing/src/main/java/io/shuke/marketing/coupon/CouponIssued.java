package io.shuke.marketing.coupon;

import io.shuke.member.membership.MemberId;

/** A coupon has come into a wallet; published inside the transaction that wrote it. */
public record CouponIssued(long coupon, long offer, MemberId member, Way way) {}

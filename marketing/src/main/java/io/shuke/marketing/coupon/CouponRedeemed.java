package io.shuke.marketing.coupon;

import io.shuke.member.membership.MemberId;

/** A coupon was used on a bill; published inside the transaction. @param reference the bill */
public record CouponRedeemed(long coupon, MemberId member, String reference, long discountFen) {}

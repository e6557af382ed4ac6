package io.shuke.marketing.coupon;

import io.shuke.member.membership.MemberId;

/** A used coupon is back in the wallet, for its bill was reversed; published inside the transaction. */
public record CouponReturned(long coupon, MemberId member, String reference) {}

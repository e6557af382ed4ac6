/** Offers (活动券) and the coupons (优惠券) that members get from them, up to what a bill makes of them. */
@NullMarked
package io.shuke.marketing.coupon;

import org.jspecify.annotations.NullMarked;

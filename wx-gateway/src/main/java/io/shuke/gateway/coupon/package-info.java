/** Offers and coupons (优惠券) as the customer sees them. */
@NullMarked
package io.shuke.gateway.coupon;

import org.jspecify.annotations.NullMarked;

/** What the merchant offers and gives (优惠券). */
@NullMarked
package io.shuke.console.coupon;

import org.jspecify.annotations.NullMarked;

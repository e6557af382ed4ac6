/** Inviting friends (邀请好友): both sides get a coupon once the friend has really bought something. */
@NullMarked
package io.shuke.marketing.referral;

import org.jspecify.annotations.NullMarked;

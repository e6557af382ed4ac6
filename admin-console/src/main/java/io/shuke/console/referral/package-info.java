/** What the merchant decides about inviting friends (邀请好友). */
@NullMarked
package io.shuke.console.referral;

import org.jspecify.annotations.NullMarked;

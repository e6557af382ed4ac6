/** A member's own invitation, and the friends it has brought. */
@NullMarked
package io.shuke.gateway.referral;

import org.jspecify.annotations.NullMarked;

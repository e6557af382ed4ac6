/** Audiences (人群): whom the merchant means, by any mix of what is known of the members. */
@NullMarked
package io.shuke.marketing.audience;

import org.jspecify.annotations.NullMarked;

/** Audiences (人群): whom the merchant means, counted while he says it. */
@NullMarked
package io.shuke.console.audience;

import org.jspecify.annotations.NullMarked;

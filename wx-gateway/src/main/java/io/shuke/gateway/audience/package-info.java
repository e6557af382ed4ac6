/** Audiences (人群) while the shop sleeps. */
@NullMarked
package io.shuke.gateway.audience;

import org.jspecify.annotations.NullMarked;

/** Joining, one's own data, and the shop as it introduces itself. */
@NullMarked
package io.shuke.gateway.membership;

import org.jspecify.annotations.NullMarked;

/** The customer's doors to stamp cards (集章). */
@NullMarked
package io.shuke.gateway.stamp;

import org.jspecify.annotations.NullMarked;

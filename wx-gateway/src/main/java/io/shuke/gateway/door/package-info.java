/** The door every request passes: sessions, limits, errors in words. */
@NullMarked
package io.shuke.gateway.door;

import org.jspecify.annotations.NullMarked;

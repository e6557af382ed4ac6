/** What holds for every door. */
@NullMarked
package io.shuke.gateway.door;

import org.jspecify.annotations.NullMarked;

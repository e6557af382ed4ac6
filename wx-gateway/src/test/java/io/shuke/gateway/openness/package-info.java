/** What the program tells about itself, asked of the whole program. */
@NullMarked
package io.shuke.gateway.openness;

import org.jspecify.annotations.NullMarked;

/** How fast the product is beside a bare path of the same stack, in one run: {@code mvn -Pbench verify}. */
@NullMarked
package io.shuke.bench;

import org.jspecify.annotations.NullMarked;

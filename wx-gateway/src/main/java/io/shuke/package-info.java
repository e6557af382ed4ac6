/** Shuke (熟客): the application itself. */
@NullMarked
package io.shuke;

import org.jspecify.annotations.NullMarked;

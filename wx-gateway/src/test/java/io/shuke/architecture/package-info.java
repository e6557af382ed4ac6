/** The rules of the house, and one planted breach of each to show that it bites. */
@NullMarked
package io.shuke.architecture;

import org.jspecify.annotations.NullMarked;

/** The facades of this module on a real database. */
@NullMarked
package io.shuke.marketing;

import org.jspecify.annotations.NullMarked;

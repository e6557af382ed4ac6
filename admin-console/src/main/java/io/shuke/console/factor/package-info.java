/** The second factor (二次验证): a code from the phone before money or points are touched. */
@NullMarked
package io.shuke.console.factor;

import org.jspecify.annotations.NullMarked;

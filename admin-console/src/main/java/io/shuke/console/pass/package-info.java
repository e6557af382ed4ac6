/** The passes (次卡) the merchant sells, and the counter where they are used. */
@NullMarked
package io.shuke.console.pass;

import org.jspecify.annotations.NullMarked;

/** What the merchant offers for points (积分商城), and the counter where it is collected. */
@NullMarked
package io.shuke.console.mall;

import org.jspecify.annotations.NullMarked;

/** The points mall (积分商城): gifts for points, collected at the counter. */
@NullMarked
package io.shuke.marketing.mall;

import org.jspecify.annotations.NullMarked;

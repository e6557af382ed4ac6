/** The customer's doors to the points mall (积分商城). */
@NullMarked
package io.shuke.gateway.mall;

import org.jspecify.annotations.NullMarked;

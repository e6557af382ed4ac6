/** The points' doors. */
@NullMarked
package io.shuke.gateway.points;

import org.jspecify.annotations.NullMarked;

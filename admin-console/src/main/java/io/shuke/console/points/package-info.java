/** What the merchant decides about points (积分). */
@NullMarked
package io.shuke.console.points;

import org.jspecify.annotations.NullMarked;

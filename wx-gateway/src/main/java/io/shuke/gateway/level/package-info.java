/** The doors to one's level (会员等级), and its judgement at night. */
@NullMarked
package io.shuke.gateway.level;

import org.jspecify.annotations.NullMarked;

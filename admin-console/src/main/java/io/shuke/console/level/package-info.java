/** What the merchant decides about levels (会员等级). */
@NullMarked
package io.shuke.console.level;

import org.jspecify.annotations.NullMarked;

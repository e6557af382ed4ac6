/** Levels (会员等级): a ladder that members climb at once and leave slowly. */
@NullMarked
package io.shuke.member.level;

import org.jspecify.annotations.NullMarked;

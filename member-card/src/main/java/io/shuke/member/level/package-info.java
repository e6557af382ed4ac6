/** Levels (会员等级): today a ladder of one step for everybody. */
@NullMarked
package io.shuke.member.level;

import org.jspecify.annotations.NullMarked;

/** The electronic member card (会员卡) and its rotating code (会员码). */
@NullMarked
package io.shuke.member.card;

import org.jspecify.annotations.NullMarked;

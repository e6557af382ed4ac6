/** Passes (次卡、月卡): paid for once, used day by day. */
@NullMarked
package io.shuke.marketing.pass;

import org.jspecify.annotations.NullMarked;

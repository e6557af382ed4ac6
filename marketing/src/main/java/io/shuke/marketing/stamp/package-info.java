/** Stamp cards (集章): a stamp for each visit, bill or piece, and something for so many of them. */
@NullMarked
package io.shuke.marketing.stamp;

import org.jspecify.annotations.NullMarked;

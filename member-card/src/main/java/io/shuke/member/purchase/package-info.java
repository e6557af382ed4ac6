/** Purchases (消费): what was bought, what went back, and what both say about a member. */
@NullMarked
package io.shuke.member.purchase;

import org.jspecify.annotations.NullMarked;

/** Pushes: messages to many and notices to one, who gets them, by which way, and what became of them. */
@NullMarked
package io.shuke.marketing.push;

import org.jspecify.annotations.NullMarked;

/** The door to one's own purchases (消费记录). */
@NullMarked
package io.shuke.gateway.purchase;

import org.jspecify.annotations.NullMarked;

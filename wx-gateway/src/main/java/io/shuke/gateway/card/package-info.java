/** The card's doors. */
@NullMarked
package io.shuke.gateway.card;

import org.jspecify.annotations.NullMarked;

/** The customer's doors to passes (次卡). */
@NullMarked
package io.shuke.gateway.pass;

import org.jspecify.annotations.NullMarked;

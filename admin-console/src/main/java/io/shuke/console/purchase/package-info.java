/** What the merchant sees of purchases (消费记录). */
@NullMarked
package io.shuke.console.purchase;

import org.jspecify.annotations.NullMarked;

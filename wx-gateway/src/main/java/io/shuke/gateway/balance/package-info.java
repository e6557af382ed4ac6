/** Stored value (储值), as its owner sees it. */
@NullMarked
package io.shuke.gateway.balance;

import org.jspecify.annotations.NullMarked;

/** What the merchant decides about stored value (储值), and the money that staff take in and pay back. */
@NullMarked
package io.shuke.console.balance;

import org.jspecify.annotations.NullMarked;

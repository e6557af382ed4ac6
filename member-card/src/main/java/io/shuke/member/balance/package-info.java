/** Stored value (储值): what members pay in, what they are given on top, and how both are spent and paid back. */
@NullMarked
package io.shuke.member.balance;

import org.jspecify.annotations.NullMarked;

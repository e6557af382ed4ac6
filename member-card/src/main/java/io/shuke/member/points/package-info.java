/** Points (积分): a double-entry, append-only ledger that says of every balance why it is so. */
@NullMarked
package io.shuke.member.points;

import org.jspecify.annotations.NullMarked;

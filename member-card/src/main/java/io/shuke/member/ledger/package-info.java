/** What members own (账本): a double-entry, append-only ledger that says of every balance why it is so. */
@NullMarked
package io.shuke.member.ledger;

import org.jspecify.annotations.NullMarked;

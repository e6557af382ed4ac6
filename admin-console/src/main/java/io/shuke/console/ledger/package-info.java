/** What members own (账本), to look at and to put right, and whether the books add up. */
@NullMarked
package io.shuke.console.ledger;

import org.jspecify.annotations.NullMarked;

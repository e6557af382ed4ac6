/** The books' own work: their rounds by day and their check at night. */
@NullMarked
package io.shuke.gateway.ledger;

import org.jspecify.annotations.NullMarked;

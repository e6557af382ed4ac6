/** Points (积分) as members and staff see them; they are counted in the ledger. */
@NullMarked
package io.shuke.member.points;

import org.jspecify.annotations.NullMarked;

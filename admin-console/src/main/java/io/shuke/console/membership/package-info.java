/** The members (会员) as the staff may see them. */
@NullMarked
package io.shuke.console.membership;

import org.jspecify.annotations.NullMarked;

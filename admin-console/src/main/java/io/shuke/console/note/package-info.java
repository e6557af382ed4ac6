/** What the staff write down of a member (备注). */
@NullMarked
package io.shuke.console.note;

import org.jspecify.annotations.NullMarked;

/** Notes (备注): what the staff want to remember of one member. */
@NullMarked
package io.shuke.member.note;

import org.jspecify.annotations.NullMarked;

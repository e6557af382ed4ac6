/** Old members brought in (老会员导入): looked at line by line, brought in by pieces, undone as a whole. */
@NullMarked
package io.shuke.member.imports;

import org.jspecify.annotations.NullMarked;

/** Old members brought in (老会员导入) from a file of the shop's own. */
@NullMarked
package io.shuke.console.imports;

import org.jspecify.annotations.NullMarked;

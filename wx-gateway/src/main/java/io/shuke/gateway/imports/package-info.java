/** Old members brought in (老会员导入), worked off in the background. */
@NullMarked
package io.shuke.gateway.imports;

import org.jspecify.annotations.NullMarked;

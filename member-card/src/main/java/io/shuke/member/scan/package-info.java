/** Codes in a browser that somebody's phone proves who he is with (扫码). */
@NullMarked
package io.shuke.member.scan;

import org.jspecify.annotations.NullMarked;

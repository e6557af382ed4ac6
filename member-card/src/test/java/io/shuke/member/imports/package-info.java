@NullMarked
package io.shuke.member.imports;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.shuke.member.membership;

import org.jspecify.annotations.NullMarked;

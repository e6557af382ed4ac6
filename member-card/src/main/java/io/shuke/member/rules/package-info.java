/** What the shop has decided, whoever decided it: the versions of its rules in words. */
@NullMarked
package io.shuke.member.rules;

import org.jspecify.annotations.NullMarked;

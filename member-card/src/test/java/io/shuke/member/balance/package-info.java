@NullMarked
package io.shuke.member.balance;

import org.jspecify.annotations.NullMarked;

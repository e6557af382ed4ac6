/** Pushes on their way: takes what is due, hands it to WeChat, and says what came of it. */
@NullMarked
package io.shuke.gateway.push;

import org.jspecify.annotations.NullMarked;

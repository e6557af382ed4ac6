/** Messages to people: WxJava's beans over a client that does not block, for thousands a second. */
@NullMarked
package io.shuke.gateway.wechat.message;

import org.jspecify.annotations.NullMarked;

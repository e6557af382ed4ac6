@NullMarked
package io.shuke.gateway.wechat.pay;

import org.jspecify.annotations.NullMarked;

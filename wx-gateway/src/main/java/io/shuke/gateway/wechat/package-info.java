/** WeChat as we call it: one service an account, its token, its errors as outcomes, and who somebody is. */
@NullMarked
package io.shuke.gateway.wechat;

import org.jspecify.annotations.NullMarked;

/** WeChat in (微信回调): verifies what WeChat sends, keeps it in an inbox, answers, and works it off. */
@NullMarked
package io.shuke.gateway.wechat.callback;

import org.jspecify.annotations.NullMarked;

/** WeChat Pay (微信支付): orders, refunds and what WeChat tells of them, over WxJava. */
@NullMarked
package io.shuke.gateway.wechat.pay;

import org.jspecify.annotations.NullMarked;

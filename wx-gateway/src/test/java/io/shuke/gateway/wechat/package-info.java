/** WeChat as we call it, against a WeChat of our own making. */
@NullMarked
package io.shuke.gateway.wechat;

import org.jspecify.annotations.NullMarked;

/** Text messages: Alibaba Cloud's protocol, for those whom nothing else reaches. */
@NullMarked
package io.shuke.gateway.sms;

import org.jspecify.annotations.NullMarked;

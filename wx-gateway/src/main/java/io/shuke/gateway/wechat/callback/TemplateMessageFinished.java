package io.shuke.gateway.wechat.callback;

import java.time.Instant;

/**
 * WeChat's last word on a template message.
 *
 * @param status {@code success}, or {@code failed:…} with WeChat's reason
 */
public record TemplateMessageFinished(String account, String openid, String messageId, String status, Instant at) {}

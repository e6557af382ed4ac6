package io.shuke.gateway.wechat.callback;

import java.time.Instant;

/**
 * A person answered the question whether we may send a message (订阅消息), took it back in the settings, or such a message
 * was sent. One event for each template.
 *
 * @param outcome {@code accept} or {@code reject}; for a sent message WeChat's error code, {@code 0} when it arrived
 */
public record SubscriptionChanged(
        String account, String openid, Kind kind, String templateId, String outcome, Instant at) {

    /** Which of the three it was. */
    public enum Kind {
        ANSWERED,
        CHANGED,
        SENT
    }
}

package io.shuke.marketing.push;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish to tell many.
 *
 * @param messages the same by different ways, the one to try first in front
 * @param offer a coupon of it is given to each who is written to; null for none
 * @param holdOut percent that gets nothing; null as the shop's rules say
 */
public record NewPush(
        String title,
        Topic topic,
        List<Message> messages,
        Audience audience,
        @Nullable Long offer,
        @Nullable Integer holdOut,
        String actor) {

    static final int MOST_WAYS = 5;

    public NewPush {
        messages = List.copyOf(messages);
        PushRefusal.refuseUnless(!title.isBlank() && title.length() <= 40, "名称在 1 到 40 个字之间");
        PushRefusal.refuseUnless(!messages.isEmpty() && messages.size() <= MOST_WAYS, "请选择 1 到 5 种发送方式");
        PushRefusal.refuseUnless(holdOut == null || holdOut >= 0 && holdOut <= 50, "对照组在 0% 到 50% 之间");
        if (topic.isMarketing() && messages.stream().anyMatch(message -> message.way() == Way.TEMPLATE)) {
            throw PushRefusal.marketingByTemplate();
        }
    }
}

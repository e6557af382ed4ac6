package io.shuke.marketing.push;

import io.shuke.member.membership.MemberId;
import java.util.List;

/**
 * One member to be told one thing.
 *
 * @param reference what it is about, such as {@code level:42:3}, at most 64 visible ASCII characters: told once
 * @param messages the same by different ways, the one to try first in front
 * @param patient whether it may wait until the shop's quiet hours are over
 */
record NewNotice(
        String reference, MemberId member, String title, Topic topic, List<Message> messages, boolean patient) {

    NewNotice {
        messages = List.copyOf(messages);
        PushRefusal.refuseUnless(reference.matches("[\\x21-\\x7e]{1,64}"), "通知要有编号");
        PushRefusal.refuseUnless(!title.isBlank() && title.length() <= 40, "名称在 1 到 40 个字之间");
        PushRefusal.refuseUnless(!messages.isEmpty() && messages.size() <= NewPush.MOST_WAYS, "请选择 1 到 5 种发送方式");
        if (topic.isMarketing() && messages.stream().anyMatch(message -> message.way() == Way.TEMPLATE)) {
            throw PushRefusal.marketingByTemplate();
        }
    }
}

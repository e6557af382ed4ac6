package io.shuke.marketing.push;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the shop tells of an occasion.
 *
 * @param days so many days before, where there is something to be ahead of; else 0
 * @param messages the same by different ways, the one to try first in front; none while it has never been on
 * @param version counts the changes; 0 when there was none
 */
public record NoticeTerms(Occasion occasion, boolean on, int days, List<Message> messages, int version) {

    private static final Pattern WORD = Pattern.compile("\\{[^{}]*}");

    public NoticeTerms {
        messages = List.copyOf(messages);
        PushRefusal.refuseUnless(occasion.allows(days), "提前天数在 1 到 60 之间");
        PushRefusal.refuseUnless(messages.size() <= NewPush.MOST_WAYS, "最多 5 种发送方式");
        PushRefusal.refuseUnless(!on || !messages.isEmpty(), "要先选好用哪个模板才能打开");
        var known = occasion.words().stream().map(Occasion.Word::name).collect(Collectors.toSet());
        messages.forEach(message -> message.with(text -> {
            WORD.matcher(text).results().map(found -> found.group()).forEach(word -> {
                if (!known.contains(word) && !Variables.ALL.contains(word)) {
                    throw PushRefusal.unknownWord(word);
                }
            });
            return text;
        }));
    }

    static NoticeTerms usual(Occasion occasion) {
        return new NoticeTerms(occasion, false, occasion.ahead(), List.of(), 0);
    }
}

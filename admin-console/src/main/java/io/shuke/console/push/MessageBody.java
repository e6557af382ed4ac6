package io.shuke.console.push;

import io.shuke.marketing.push.Message;
import io.shuke.marketing.push.Saying;
import io.shuke.marketing.push.Way;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebInputException;

/**
 * One way of saying it. Which fields count depends on the way.
 *
 * @param values of a form's gaps, by keyword
 * @param path the page that it opens
 * @param text of a conversation; or {@code picture}, {@code video}: the provider's id of what was uploaded
 * @param title of a video or of a page's card
 */
record MessageBody(
        @Nullable Way way,
        @Nullable String account,
        @Nullable String template,
        @Nullable Map<String, @Nullable String> values,
        @Nullable String path,
        @Nullable String text,
        @Nullable String picture,
        @Nullable String video,
        @Nullable String title,
        @Nullable String miniProgram,
        @Nullable String cover) {

    Message read() {
        if (way == null) {
            throw new ServerWebInputException("a way");
        }
        return switch (way) {
            case TEMPLATE -> new Message.Template(given(account), given(template), filled(), or(path));
            case NOTICE -> new Message.Notice(given(account), given(template), filled(), or(path));
            case SUBSCRIPTION -> new Message.Subscription(given(account), given(template), filled(), or(path));
            case CHAT -> new Message.Chat(given(account), saying());
            case SMS -> new Message.Sms(given(template), filled());
        };
    }

    private Saying saying() {
        if (picture != null) {
            return new Saying.Picture(picture);
        }
        if (video != null) {
            return new Saying.Video(video, or(title));
        }
        return miniProgram == null
                ? new Saying.Text(or(text))
                : new Saying.Page(or(title), miniProgram, or(path), or(cover));
    }

    private Map<String, String> filled() {
        var filled = new LinkedHashMap<String, String>();
        if (values != null) {
            values.forEach((name, value) -> filled.put(name, or(value)));
        }
        return filled;
    }

    private static String given(@Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new ServerWebInputException("an account and a template");
        }
        return value;
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }

    static MessageBody of(Message message) {
        if (message instanceof Message.Template one) {
            return form(message, one.template(), one.values(), one.path());
        }
        if (message instanceof Message.Notice one) {
            return form(message, one.template(), one.values(), one.path());
        }
        if (message instanceof Message.Subscription one) {
            return form(message, one.template(), one.values(), one.path());
        }
        return message instanceof Message.Sms one
                ? form(message, one.template(), one.values(), "")
                : said(message.account(), ((Message.Chat) message).saying());
    }

    private static MessageBody form(Message message, String template, Map<String, String> values, String path) {
        return new MessageBody(
                message.way(),
                message.account(),
                template,
                new LinkedHashMap<>(values),
                path,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static MessageBody said(String account, Saying saying) {
        var text = saying instanceof Saying.Text one ? one.text() : null;
        var picture = saying instanceof Saying.Picture one ? one.media() : null;
        var video = saying instanceof Saying.Video one ? one.media() : null;
        var page = saying instanceof Saying.Page one ? one : null;
        var title = saying instanceof Saying.Video one ? one.title() : page == null ? null : page.title();
        return new MessageBody(
                Way.CHAT,
                account,
                null,
                null,
                page == null ? null : page.path(),
                text,
                picture,
                video,
                title,
                page == null ? null : page.miniProgram(),
                page == null ? null : page.cover());
    }
}

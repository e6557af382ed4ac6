package io.shuke.marketing.push;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How a message stands in its row: a line each, {@code name=value}. */
final class LegText {

    private static final String KIND = "kind";

    private LegText() {}

    static PushMapper.LegRow row(long push, int leg, Message message) {
        var template = "";
        var path = "";
        Map<String, String> content;
        if (message instanceof Message.Template one) {
            template = one.template();
            path = one.path();
            content = one.values();
        } else if (message instanceof Message.Notice one) {
            template = one.template();
            path = one.path();
            content = one.values();
        } else if (message instanceof Message.Subscription one) {
            template = one.template();
            path = one.path();
            content = one.values();
        } else if (message instanceof Message.Sms one) {
            template = one.template();
            content = one.values();
        } else {
            content = said(((Message.Chat) message).saying());
        }
        return new PushMapper.LegRow(
                push, leg, message.way().name(), message.account(), template, stored(content), path);
    }

    static Message message(PushMapper.LegRow row) {
        var content = read(row.content());
        return switch (Way.valueOf(row.way())) {
            case TEMPLATE -> new Message.Template(row.account(), row.template(), content, row.path());
            case NOTICE -> new Message.Notice(row.account(), row.template(), content, row.path());
            case SUBSCRIPTION -> new Message.Subscription(row.account(), row.template(), content, row.path());
            case CHAT -> new Message.Chat(row.account(), saying(content));
            case SMS -> new Message.Sms(row.template(), content);
        };
    }

    private static Map<String, String> said(Saying saying) {
        var said = new LinkedHashMap<String, String>();
        if (saying instanceof Saying.Text text) {
            said.put(KIND, "text");
            said.put("text", text.text());
        } else if (saying instanceof Saying.Picture picture) {
            said.put(KIND, "picture");
            said.put("media", picture.media());
        } else if (saying instanceof Saying.Video video) {
            said.put(KIND, "video");
            said.put("media", video.media());
            said.put("title", video.title());
        } else if (saying instanceof Saying.Page page) {
            said.put(KIND, "page");
            said.put("title", page.title());
            said.put("mini", page.miniProgram());
            said.put("path", page.path());
            said.put("cover", page.cover());
        }
        return said;
    }

    private static Saying saying(Map<String, String> said) {
        return switch (said.getOrDefault(KIND, "")) {
            case "picture" -> new Saying.Picture(said.getOrDefault("media", ""));
            case "video" -> new Saying.Video(said.getOrDefault("media", ""), said.getOrDefault("title", ""));
            case "page" ->
                new Saying.Page(
                        said.getOrDefault("title", ""),
                        said.getOrDefault("mini", ""),
                        said.getOrDefault("path", ""),
                        said.getOrDefault("cover", ""));
            default -> new Saying.Text(said.getOrDefault("text", ""));
        };
    }

    /** A text may have several lines; stored, it has one. */
    private static String stored(Map<String, String> content) {
        return content.entrySet().stream()
                .map(one -> one.getKey() + "="
                        + one.getValue().replace("\\", "\\\\").replace("\n", "\\n"))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> read(String stored) {
        var content = new LinkedHashMap<String, String>();
        stored.lines().forEach(line -> {
            int sign = line.indexOf('=');
            content.put(line.substring(0, sign), plain(line.substring(sign + 1)));
        });
        return content;
    }

    private static String plain(String value) {
        var plain = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char one = value.charAt(i);
            if (one == '\\' && i + 1 < value.length()) {
                i++;
                plain.append(value.charAt(i) == 'n' ? '\n' : value.charAt(i));
            } else {
                plain.append(one);
            }
        }
        return plain.toString();
    }
}

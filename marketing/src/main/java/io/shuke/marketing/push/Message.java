package io.shuke.marketing.push;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What is said, by one way. Values may hold variables such as {@code {昵称}}. */
public sealed interface Message {

    /** The account it goes out from; {@code sms} for text messages. */
    String account();

    Way way();

    /** The same with every text changed, such as variables filled in. */
    Message with(UnaryOperator<String> change);

    /** @param path a local page that it opens, empty for none */
    record Template(String account, String template, Map<String, String> values, String path) implements Message {

        public Template {
            local(path);
            values = copy(values);
        }

        @Override
        public Way way() {
            return Way.TEMPLATE;
        }

        @Override
        public Template with(UnaryOperator<String> change) {
            return new Template(account, template, changed(values, change), path);
        }
    }

    /** @param path a local page that it opens, empty for none */
    record Notice(String account, String template, Map<String, String> values, String path) implements Message {

        public Notice {
            local(path);
            values = copy(values);
        }

        @Override
        public Way way() {
            return Way.NOTICE;
        }

        @Override
        public Notice with(UnaryOperator<String> change) {
            return new Notice(account, template, changed(values, change), path);
        }
    }

    /** @param path a page of the mini-program, empty for none */
    record Subscription(String account, String template, Map<String, String> values, String path) implements Message {

        public Subscription {
            values = copy(values);
        }

        @Override
        public Way way() {
            return Way.SUBSCRIPTION;
        }

        @Override
        public Subscription with(UnaryOperator<String> change) {
            return new Subscription(account, template, changed(values, change), path);
        }
    }

    record Chat(String account, Saying saying) implements Message {

        @Override
        public Way way() {
            return Way.CHAT;
        }

        @Override
        public Chat with(UnaryOperator<String> change) {
            return new Chat(account, saying.with(change));
        }
    }

    /** The provider fills the numbered gaps of its own template. */
    record Sms(String template, Map<String, String> values) implements Message {

        public static final String ACCOUNT = "sms";

        public Sms {
            values = copy(values);
        }

        @Override
        public String account() {
            return ACCOUNT;
        }

        @Override
        public Way way() {
            return Way.SMS;
        }

        @Override
        public Sms with(UnaryOperator<String> change) {
            return new Sms(template, changed(values, change));
        }
    }

    /** A link in a message leads to a page of our own, and nowhere else. */
    private static void local(String path) {
        var own = "/h5(/[A-Za-z0-9_.~-]+)*/?(\\?[A-Za-z0-9_.~=&-]*)?(#[A-Za-z0-9_.~=&?/-]*)?";
        PushRefusal.refuseUnless(
                path.isEmpty() || path.length() <= 300 && !path.contains("..") && path.matches(own),
                "链接只能是本店的页面，以 /h5 开头");
    }

    private static Map<String, String> copy(Map<String, String> values) {
        values.forEach((name, value) -> {
            PushRefusal.refuseUnless(
                    name.matches("[A-Za-z0-9_]{1,40}") && value.indexOf('\n') < 0 && value.length() <= 200,
                    "每一项内容写一行，最长 200 个字");
        });
        return java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    private static Map<String, String> changed(Map<String, String> values, UnaryOperator<String> change) {
        var changed = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> changed.put(name, change.apply(value)));
        return changed;
    }
}

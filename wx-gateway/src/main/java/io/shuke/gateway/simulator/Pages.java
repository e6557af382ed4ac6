package io.shuke.gateway.simulator;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** The few pages WeChat itself shows inside its browser. Plain HTML, as nothing on them may need a script. */
final class Pages {

    private static final String FRAME = """
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <link rel="stylesheet" href="/sim/wechat.css">
            </head>
            <body>
            %s
            </body>
            </html>
            """;

    private Pages() {}

    static String oops(String text) {
        return FRAME.formatted(
                "无法访问", "<main class=\"oops\"><i>!</i><h1>Oops！</h1><p>" + HtmlUtils.htmlEscape(text) + "</p></main>");
    }

    static String picker(List<Person> people, URI here) {
        var list = people.stream()
                .map(person -> "<li><a href=\"%s\"><b>%s</b><span>%s</span></a></li>"
                        .formatted(
                                with(here, "sim_person", person.id()),
                                HtmlUtils.htmlEscape(person.nickname().substring(0, 1)),
                                HtmlUtils.htmlEscape(person.nickname())))
                .collect(Collectors.joining("\n"));
        return FRAME.formatted(
                "选一个人", "<main class=\"picker\"><h1>你是谁？</h1><p>模拟器需要知道是谁拿着手机</p><ul>" + list + "</ul></main>");
    }

    static String consent(SimulatedAccount account, Person person, URI here) {
        return FRAME.formatted("授权", """
                <main class="consent">
                <h1><b>%s</b>%s<span>申请</span></h1>
                <h2>获取你的昵称、头像</h2>
                <p class="who"><b>%s</b><span>%s<small>微信个人信息</small></span><em>✓</em></p>
                <nav><a class="no" href="%s">拒绝</a><a class="yes" href="%s">允许</a></nav>
                </main>
                """.formatted(
                        first(account.name()),
                        HtmlUtils.htmlEscape(account.name()),
                        first(person.nickname()),
                        HtmlUtils.htmlEscape(person.nickname()),
                        with(here, "sim_consent", "refuse"),
                        with(here, "sim_consent", "accept")));
    }

    static String message(String template, URI here) {
        return FRAME.formatted("订阅消息", """
                <main class="consent">
                <h1>一次性订阅消息<span>申请</span></h1>
                <h2>给你发送一条消息</h2>
                <p class="who"><span>%s<small>消息模板</small></span></p>
                <nav><a class="no" href="%s">取消</a><a class="yes" href="%s">确定</a></nav>
                </main>
                """.formatted(
                        HtmlUtils.htmlEscape(template),
                        with(here, "sim_consent", "cancel"),
                        with(here, "sim_consent", "accept")));
    }

    private static String first(String name) {
        return name.isEmpty() ? "" : HtmlUtils.htmlEscape(name.substring(0, name.offsetByCodePoints(0, 1)));
    }

    /** The same address with one more parameter, without its host, so that it works behind any name. */
    private static String with(URI here, String name, String value) {
        return HtmlUtils.htmlEscape(UriComponentsBuilder.fromUri(here)
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam(name, value)
                .build(true)
                .toUriString());
    }
}

package io.shuke.gateway.wechat.message;

import io.shuke.gateway.wechat.Accounts;
import io.shuke.gateway.wechat.Outcome;
import io.shuke.gateway.wechat.WechatCalls;
import io.shuke.marketing.push.Gap;
import io.shuke.marketing.push.MessageTemplate;
import io.shuke.marketing.push.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/** Fetches the forms that an account has chosen at WeChat. */
public final class Forms {

    private static final Pattern GAP =
            Pattern.compile("(?:^|\\n)\\s*([^\\n:：{]*?)\\s*[:：]?\\s*\\{\\{\\s*(\\w+)\\.DATA\\s*}}");
    private static final String CHOSEN = "/wxaapi/newtmpl/gettemplate";

    private final Accounts accounts;
    private final WechatCalls calls;

    Forms(Accounts accounts, WechatCalls calls) {
        this.accounts = accounts;
        this.calls = calls;
    }

    public Mono<Outcome<List<MessageTemplate>>> templates(String appid) {
        return accounts.official(appid)
                .flatMap(account -> calls.call(
                        appid,
                        "/cgi-bin/template/get_all_private_template",
                        () -> account.getTemplateMsgService().getAllPrivateTemplate().stream()
                                .map(one -> form(
                                        appid, one.getTemplateId(), Way.TEMPLATE, one.getTitle(), one.getContent()))
                                .toList()));
    }

    public Mono<Outcome<List<MessageTemplate>>> notices(String appid) {
        return accounts.official(appid)
                .flatMap(account ->
                        calls.call(appid, CHOSEN, () -> account.getSubscribeMsgService().getTemplateList().stream()
                                .map(one ->
                                        form(appid, one.getPriTmplId(), Way.NOTICE, one.getTitle(), one.getContent()))
                                .toList()));
    }

    public Mono<Outcome<List<MessageTemplate>>> subscriptions(String appid) {
        return accounts.mini(appid)
                .flatMap(account ->
                        calls.call(appid, CHOSEN, () -> account.getSubscribeService().getTemplateList().stream()
                                .map(one -> form(
                                        appid, one.getPriTmplId(), Way.SUBSCRIPTION, one.getTitle(), one.getContent()))
                                .toList()));
    }

    static MessageTemplate form(String appid, String id, Way way, String title, String content) {
        var gaps = new ArrayList<Gap>();
        var matcher = GAP.matcher(content);
        while (matcher.find()) {
            var label = matcher.group(1).isEmpty() ? matcher.group(2) : matcher.group(1);
            gaps.add(new Gap(matcher.group(2), label));
        }
        return new MessageTemplate(appid, id, way, title, gaps);
    }
}

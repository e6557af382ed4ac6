package io.shuke.gateway.wechat.callback;

import cn.binarywang.wx.miniapp.bean.WxMaMessage;
import io.shuke.gateway.wechat.callback.SubscriptionChanged.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import me.chanjar.weixin.mp.bean.message.WxMpXmlMessage;
import org.jspecify.annotations.Nullable;

/** Turns WxJava's beans into facts. It sees only what {@link MessageReader} has let pass. */
final class FactReader {

    static final String SCENE_OF_NEWCOMERS = "qrscene_";

    private final String account;
    private final String openid;
    private final Instant at;
    private final List<Fact> facts = new ArrayList<>();

    private FactReader(String account, @Nullable String openid, @Nullable Number createTime) {
        this.account = account;
        this.openid = trimmed(openid);
        this.at = Instant.ofEpochSecond(createTime == null ? 0 : createTime.longValue());
    }

    static List<Fact> read(String account, String text) {
        return text.stripLeading().startsWith("{") ? json(account, text) : xml(account, text);
    }

    private static List<Fact> xml(String account, String text) {
        var message = WxMpXmlMessage.fromXml(MessageReader.withoutControls(text));
        var reader =
                new FactReader(account, sender(message.getOpenId(), message.getFromUser()), message.getCreateTime());
        var event = trimmed(message.getEvent());
        if (event.equals("TEMPLATESENDJOBFINISH")) {
            reader.finished(String.valueOf(message.getMsgId()), trimmed(message.getStatus()));
        } else if (event.equals("subscribe_msg_popup_event") && message.getSubscribeMsgPopupEvent() != null) {
            message.getSubscribeMsgPopupEvent()
                    .getList()
                    .forEach(each ->
                            reader.changed(Kind.ANSWERED, each.getTemplateId(), each.getSubscribeStatusString()));
        } else if (event.equals("subscribe_msg_change_event") && message.getSubscribeMsgChangeEvent() != null) {
            message.getSubscribeMsgChangeEvent()
                    .getList()
                    .forEach(each ->
                            reader.changed(Kind.CHANGED, each.getTemplateId(), each.getSubscribeStatusString()));
        } else if (event.equals("subscribe_msg_sent_event") && message.getSubscribeMsgSentEvent() != null) {
            message.getSubscribeMsgSentEvent()
                    .getList()
                    .forEach(each -> reader.changed(Kind.SENT, each.getTemplateId(), each.getErrorCode()));
        } else if (event.isEmpty()) {
            reader.spoke();
        } else {
            reader.person(event);
            reader.scanned(event, trimmed(message.getEventKey()));
        }
        return reader.facts;
    }

    private static List<Fact> json(String account, String text) {
        var message = WxMaMessage.fromJson(text);
        var reader =
                new FactReader(account, sender(message.getOpenId(), message.getFromUser()), message.getCreateTime());
        var event = trimmed(message.getEvent());
        if (message.getSubscribeMsgPopupEvent() != null) {
            message.getSubscribeMsgPopupEvent()
                    .getList()
                    .forEach(each ->
                            reader.changed(Kind.ANSWERED, each.getTemplateId(), each.getSubscribeStatusString()));
        } else if (message.getSubscribeMsgChangeEvent() != null) {
            message.getSubscribeMsgChangeEvent()
                    .getList()
                    .forEach(each ->
                            reader.changed(Kind.CHANGED, each.getTemplateId(), each.getSubscribeStatusString()));
        } else if (message.getSubscribeMsgSentEvent() != null) {
            var sent = message.getSubscribeMsgSentEvent().getList();
            reader.changed(Kind.SENT, sent.getTemplateId(), sent.getErrorCode());
        } else if (event.isEmpty()) {
            reader.spoke();
        } else {
            reader.person(event);
        }
        return reader.facts;
    }

    private void person(String event) {
        switch (event) {
            case "subscribe", "SCAN" -> facts.add(new Fact.Followed(account, openid, at));
            case "unsubscribe" -> facts.add(new Fact.Unfollowed(account, openid, at));
            case "user_authorization_revoke", "user_authorization_cancellation", "user_info_modified" ->
                facts.add(new Fact.Withdrawn(account, openid, at));
            default -> {}
        }
    }

    private void spoke() {
        facts.add(new Fact.News(account, openid, at, new Spoke(account, openid, at)));
    }

    private void scanned(String event, String key) {
        var scene = event.equals("subscribe") && key.startsWith(SCENE_OF_NEWCOMERS)
                ? key.substring(SCENE_OF_NEWCOMERS.length())
                : event.equals("SCAN") ? key : "";
        if (!scene.isEmpty()) {
            facts.add(new Fact.News(account, openid, at, new CodeScanned(account, openid, scene, at)));
        }
    }

    private void finished(String messageId, String status) {
        facts.add(new Fact.News(
                account, openid, at, new TemplateMessageFinished(account, openid, messageId, status, at)));
    }

    private void changed(Kind kind, @Nullable String template, @Nullable String outcome) {
        var event = new SubscriptionChanged(account, openid, kind, trimmed(template), trimmed(outcome), at);
        facts.add(new Fact.News(account, openid, at, event));
    }

    /** Authorisation events name the person in a field of their own. */
    private static @Nullable String sender(@Nullable String openid, @Nullable String fromUser) {
        return trimmed(openid).isEmpty() ? fromUser : openid;
    }

    private static String trimmed(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}

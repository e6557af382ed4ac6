package io.shuke.gateway.wechat.message;

import cn.binarywang.wx.miniapp.bean.WxMaSubscribeMessage;
import io.shuke.marketing.push.Message;
import io.shuke.marketing.push.Saying;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import me.chanjar.weixin.mp.bean.kefu.WxMpKefuMessage;
import me.chanjar.weixin.mp.bean.subscribe.WxMpSubscribeMessage;
import me.chanjar.weixin.mp.bean.template.WxMpTemplateData;
import me.chanjar.weixin.mp.bean.template.WxMpTemplateMessage;

/** One message in WeChat's words. @param path WeChat's name of the call */
record Letter(String path, byte[] body) {

    /**
     * @param clientId WeChat's guard against the same message twice
     * @param link makes a whole address of a local path
     */
    static Letter of(Message message, String openid, String clientId, UnaryOperator<String> link) {
        if (message instanceof Message.Template one) {
            return template(one, openid, clientId, link);
        }
        if (message instanceof Message.Notice one) {
            return notice(one, openid, link);
        }
        if (message instanceof Message.Subscription one) {
            return subscription(one, openid);
        }
        if (message instanceof Message.Chat chat) {
            return letter(
                    "/cgi-bin/message/custom/send", said(chat.saying(), openid).toJson());
        }
        throw new IllegalArgumentException("WeChat sends no " + message.way());
    }

    private static Letter template(
            Message.Template message, String openid, String clientId, UnaryOperator<String> link) {
        var data = message.values().entrySet().stream()
                .map(one -> new WxMpTemplateData(one.getKey(), one.getValue()))
                .toList();
        var builder = WxMpTemplateMessage.builder()
                .toUser(openid)
                .templateId(message.template())
                .clientMsgId(clientId)
                .data(data);
        if (!message.path().isEmpty()) {
            builder.url(link.apply(message.path()));
        }
        return letter("/cgi-bin/message/template/send", builder.build().toJson());
    }

    private static Letter notice(Message.Notice message, String openid, UnaryOperator<String> link) {
        var builder = WxMpSubscribeMessage.builder()
                .toUser(openid)
                .templateId(message.template())
                .dataMap(new LinkedHashMap<>(message.values()));
        if (!message.path().isEmpty()) {
            builder.page(link.apply(message.path()));
        }
        return letter("/cgi-bin/message/subscribe/bizsend", builder.build().toJson());
    }

    private static Letter subscription(Message.Subscription message, String openid) {
        var data = message.values().entrySet().stream().map(Letter::gap).toList();
        var bean = WxMaSubscribeMessage.builder()
                .toUser(openid)
                .templateId(message.template())
                .data(data);
        if (!message.path().isEmpty()) {
            bean.page(message.path());
        }
        return letter("/cgi-bin/message/subscribe/send", bean.build().toJson());
    }

    private static WxMaSubscribeMessage.MsgData gap(Map.Entry<String, String> value) {
        return new WxMaSubscribeMessage.MsgData(value.getKey(), value.getValue());
    }

    private static WxMpKefuMessage said(Saying saying, String openid) {
        if (saying instanceof Saying.Text text) {
            return WxMpKefuMessage.TEXT().toUser(openid).content(text.text()).build();
        }
        if (saying instanceof Saying.Picture picture) {
            return WxMpKefuMessage.IMAGE()
                    .toUser(openid)
                    .mediaId(picture.media())
                    .build();
        }
        if (saying instanceof Saying.Video video) {
            return WxMpKefuMessage.VIDEO()
                    .toUser(openid)
                    .mediaId(video.media())
                    .title(video.title())
                    .build();
        }
        var page = (Saying.Page) saying;
        return WxMpKefuMessage.MINIPROGRAMPAGE()
                .toUser(openid)
                .title(page.title())
                .appId(page.miniProgram())
                .pagePath(page.path())
                .thumbMediaId(page.cover())
                .build();
    }

    private static Letter letter(String path, String json) {
        return new Letter(path, json.getBytes(StandardCharsets.UTF_8));
    }
}

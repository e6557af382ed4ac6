package io.shuke.gateway.wechat.callback;

import io.shuke.marketing.coupon.OfferScenes;
import io.shuke.marketing.referral.InviteCode;
import io.shuke.member.scan.ScanTickets;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * What an Official Account answers at once (被动回复): a welcome to whoever follows it or scans its code, a hint to whoever
 * asks. It depends on the message alone, so that a repeated delivery gets the same answer.
 */
@Component
class Replies {

    private static final String OFFICIAL = "wechat-official";
    private static final String HELP_WORD = "会员";

    private final String publicUrl;
    private final Clock clock;

    Replies(@Value("${shuke.public-url:http://localhost:8080}") String publicUrl, Clock clock) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.clock = clock;
    }

    /** The encrypted answer, or null when there is nothing to say. */
    @Nullable
    String to(Addressee addressee, Message message) {
        var content = addressee.channel().provider().equals(OFFICIAL) ? content(addressee, message) : null;
        if (content == null || addressee.ciphers().isEmpty()) {
            return null;
        }
        var now = Long.toString(clock.instant().getEpochSecond());
        var xml = "<xml>" + element("ToUserName", message.field("FromUserName"))
                + element("FromUserName", message.field("ToUserName")) + "<CreateTime>" + now + "</CreateTime>"
                + content + "</xml>";
        var encrypted = addressee.ciphers().get(0).seal(xml);
        var nonce = Long.toString(CallbackCipher.nonce());
        var signature = Signature.of(addressee.channel().callbackToken(), now, nonce, encrypted);
        return "<xml>" + element("Encrypt", encrypted) + element("MsgSignature", signature) + "<TimeStamp>" + now
                + "</TimeStamp>" + element("Nonce", nonce) + "</xml>";
    }

    private @Nullable String content(Addressee addressee, Message message) {
        var key = message.field("EventKey");
        return switch (message.field("MsgType") + " " + message.field("Event")) {
            case "event subscribe" ->
                welcome(
                        addressee,
                        key.startsWith(FactReader.SCENE_OF_NEWCOMERS)
                                ? key.substring(FactReader.SCENE_OF_NEWCOMERS.length())
                                : "");
            case "event SCAN" -> welcome(addressee, key);
            case "text " -> message.field("Content").contains(HELP_WORD) ? help(addressee) : null;
            default -> null;
        };
    }

    private String welcome(Addressee addressee, String scene) {
        if (ScanTickets.isForm(scene)) {
            return element("MsgType", "text")
                    + element("Content", addressee.shop() + "商家后台：已收到扫码，请看刚才显示二维码的页面。如果不是您本人在操作，请马上告诉店主。");
        }
        return element("MsgType", "news") + "<ArticleCount>1</ArticleCount><Articles><item>"
                + element("Title", "欢迎光临" + addressee.place(scene))
                + element("Description", "点这里打开会员卡，签到领积分")
                + element("PicUrl", "")
                + element("Url", memberPage(addressee, scene)) + "</item></Articles>";
    }

    private String help(Addressee addressee) {
        return element("MsgType", "text")
                + element(
                        "Content",
                        "<a href=\"" + memberPage(addressee, "") + "\">打开" + addressee.shop() + "会员卡</a>，查看积分和签到");
    }

    private String memberPage(Addressee addressee, String scene) {
        var known = addressee.stores().stream().anyMatch(store -> store.scene().equals(scene))
                || InviteCode.ofScene(scene).isPresent()
                || OfferScenes.isForm(scene);
        var page = "/h5/?shop=" + addressee.merchant()
                + (known ? "&scene=" + UriUtils.encode(scene, StandardCharsets.UTF_8) : "");
        return publicUrl + "/oauth/" + addressee.appid() + "?to="
                + UriUtils.encodeQueryParam(page, StandardCharsets.UTF_8);
    }

    private static String element(String name, String text) {
        return "<" + name + "><![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]></" + name + ">";
    }
}

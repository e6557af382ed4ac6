package io.shuke.gateway.wechat.callback;

import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Channel;
import io.shuke.member.merchant.Store;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** WeChat's side of one account: writes what WeChat would send. */
record Wechat(String appid, String token, String key) {

    private static final AtomicLong NONCE = new AtomicLong(1_000_000_000);

    /** A call as it goes over the wire. */
    record Call(String query, byte[] body) {

        Call withQuery(String other) {
            return new Call(other, body);
        }

        Call withBody(String other) {
            return new Call(query, other.getBytes(StandardCharsets.ISO_8859_1));
        }

        String text() {
            return new String(body, StandardCharsets.ISO_8859_1);
        }
    }

    static Wechat account(String appid, long seed) {
        var random = new Random(seed);
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var key = Base64.getEncoder().encodeToString(bytes).substring(0, 43);
        return new Wechat(appid, "token" + Math.abs(random.nextInt()), key);
    }

    Channel channel(long merchant, @Nullable String previousKey) {
        return new Channel(appid, new MerchantId(merchant), "wechat-official", "熟客", "secret", token, key, previousKey);
    }

    Addressee addressee() {
        var stores = List.of(new Store(1, "人民路店", "人民路 1 号", "store-1"));
        return new Addressee(channel(1, null), List.of(new CallbackCipher(key, appid)), "好茶", stores);
    }

    Call send(String message, Instant at) {
        return send(message, at.getEpochSecond(), Long.toString(NONCE.getAndIncrement()));
    }

    Call send(String message, long second, String nonce) {
        return sealed(new CallbackCipher(key, appid).seal(message), message, second, nonce);
    }

    Call sealed(String encrypted, String message, long second, String nonce) {
        var at = Long.toString(second);
        var query = "signature=" + Signature.of(token, at, nonce) + "&timestamp=" + at + "&nonce=" + nonce
                + "&openid=oPerson&encrypt_type=aes&msg_signature=" + Signature.of(token, at, nonce, encrypted);
        var body = message.startsWith("{")
                ? "{\"ToUserName\":\"gh_1\",\"Encrypt\":\"" + encrypted + "\"}"
                : "<xml>\n    <ToUserName><![CDATA[gh_1]]></ToUserName>\n    <Encrypt><![CDATA[" + encrypted
                        + "]]></Encrypt>\n</xml>\n";
        return new Call(query, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The text of an encrypted answer. */
    String read(String reply) {
        var encrypted = Wrapping.of(reply.getBytes(StandardCharsets.UTF_8)).encrypted();
        var sealed = CallbackCipher.decode(encrypted);
        var text = sealed == null ? null : new CallbackCipher(key, appid).open(sealed);
        if (text == null) {
            throw new AssertionError("the answer cannot be read");
        }
        return text;
    }

    static String event(String openid, long second, String event, String more) {
        return "<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[" + openid
                + "]]></FromUserName><CreateTime>" + second
                + "</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[" + event + "]]></Event>" + more
                + "</xml>";
    }

    static String words(String openid, long second, long id, String words) {
        return "<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[" + openid
                + "]]></FromUserName><CreateTime>" + second
                + "</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[" + words + "]]></Content><MsgId>"
                + id + "</MsgId></xml>";
    }

    static String finished(String openid, long second, long id) {
        return event(
                openid,
                second,
                "TEMPLATESENDJOBFINISH",
                "<MsgID>" + id + "</MsgID><Status><![CDATA[success]]></Status>");
    }

    static String sent(String openid, long second, String template) {
        return event(
                openid,
                second,
                "subscribe_msg_sent_event",
                "<SubscribeMsgSentEvent><List><TemplateId><![CDATA[" + template
                        + "]]></TemplateId><MsgID>1</MsgID><ErrorCode>0</ErrorCode>"
                        + "<ErrorStatus><![CDATA[success]]></ErrorStatus></List></SubscribeMsgSentEvent>");
    }

    /** Forty messages of every kind we know. */
    List<String> fortyMessages(long second) {
        return java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> switch (i % 8) {
                    case 0 -> event("oPerson" + i, second, "subscribe", "<EventKey>qrscene_store-1</EventKey>");
                    case 1 -> event("oPerson" + i, second, "unsubscribe", "<EventKey></EventKey>");
                    case 2 -> event("oPerson" + i, second, "SCAN", "<EventKey>store-1</EventKey><Ticket>t</Ticket>");
                    case 3 -> words("oPerson" + i, second, 7_000 + i, "会员 " + i);
                    case 4 -> finished("oPerson" + i, second, 9_000 + i);
                    case 5 -> sent("oPerson" + i, second, "template" + i);
                    case 6 ->
                        "{\"ToUserName\":\"gh_1\",\"FromUserName\":\"oPerson" + i + "\",\"CreateTime\":" + second
                                + ",\"MsgType\":\"event\",\"Event\":\"subscribe_msg_popup_event\",\"List\":"
                                + "{\"TemplateId\":\"t\",\"SubscribeStatusString\":\"accept\",\"PopupScene\":\"1\"}}";
                    default ->
                        event(
                                "oPerson" + i,
                                second,
                                "user_authorization_revoke",
                                "<OpenID>oPerson" + i + "</OpenID><AppID>" + appid
                                        + "</AppID><RevokeInfo>205</RevokeInfo>");
                })
                .toList();
    }
}

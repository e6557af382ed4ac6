package io.shuke.bench;

import io.shuke.member.merchant.Channel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;

/** Messages as WeChat would send them, each another one, signed and encrypted by WxJava. */
final class Envelopes {

    private static final Pattern SIGNED = Pattern.compile(
            "(?s)<MsgSignature><!\\[CDATA\\[(\\w+)]].*<TimeStamp>(\\d+)</TimeStamp>.*<Nonce><!\\[CDATA\\[(\\w+)]]");

    private final Channel channel;
    private final WxCryptUtil crypt;

    Envelopes(Channel channel) {
        this.channel = channel;
        this.crypt = new WxCryptUtil(channel.callbackToken(), channel.callbackKey(), channel.account());
    }

    Load.Request text(int number) {
        var text = """
                <xml><ToUserName><![CDATA[gh_bench]]></ToUserName><FromUserName><![CDATA[bench-%d]]></FromUserName>\
                <CreateTime>%d</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[hello]]></Content>\
                <MsgId>%d</MsgId></xml>""".formatted(number, System.currentTimeMillis() / 1000, 9_000_000_000L + number);
        var envelope = crypt.encrypt(text);
        var signed = SIGNED.matcher(envelope);
        if (!signed.find()) {
            throw new IllegalStateException("WxJava's envelope looks different now");
        }
        var signature = SHA1.gen(channel.callbackToken(), signed.group(2), signed.group(3));
        var path = "/wx/%s?signature=%s&timestamp=%s&nonce=%s&openid=bench-%d&encrypt_type=aes&msg_signature=%s"
                .formatted(channel.account(), signature, signed.group(2), signed.group(3), number, signed.group(1));
        return new Load.Request("POST", path, "Accept", "*/*", envelope.getBytes(StandardCharsets.UTF_8), 200);
    }
}

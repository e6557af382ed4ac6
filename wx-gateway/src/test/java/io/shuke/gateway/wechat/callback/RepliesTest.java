package io.shuke.gateway.wechat.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepliesTest {

    private static final Wechat WECHAT = Wechat.account("wx1111111111111111", 1);

    private final Replies replies =
            new Replies("https://shop.example/", Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC));

    @Test
    void welcomesANewcomerToTheStoreWhoseCodeHeScanned() {
        assertThat(reply(Wechat.event("oA", 1, "subscribe", "<EventKey>qrscene_store-1</EventKey>")))
                .contains("<ToUserName><![CDATA[oA]]>", "<FromUserName><![CDATA[gh_1]]>", "欢迎光临人民路店")
                .contains("https://shop.example/oauth/wx1111111111111111?to=/h5/?shop%3D1%26scene%3Dstore-1");
        assertThat(reply(Wechat.event("oA", 1, "SCAN", "<EventKey>store-1</EventKey>")))
                .contains("欢迎光临人民路店");
    }

    @Test
    void welcomesToTheShopWhereTheSceneIsUnknown() {
        assertThat(reply(Wechat.event("oA", 1, "subscribe", ""))).contains("欢迎光临好茶");
        assertThat(reply(Wechat.event("oA", 1, "SCAN", "<EventKey>elsewhere</EventKey>")))
                .contains("欢迎光临好茶")
                .contains("?to=/h5/?shop%3D1]]>");
    }

    @Test
    void carriesAnInvitationOnToTheMemberPage() {
        assertThat(reply(Wechat.event("oA", 1, "subscribe", "<EventKey>qrscene_invite-23456789</EventKey>")))
                .contains("?to=/h5/?shop%3D1%26scene%3Dinvite-23456789]]>");
    }

    @Test
    void helpsWhoAsksForTheCardAndIsSilentOtherwise() {
        assertThat(reply(Wechat.words("oA", 1, 2, "会员"))).contains("<MsgType><![CDATA[text]]>", "好茶会员卡");
        assertThat(reply(Wechat.words("oA", 1, 2, "你好"))).isNull();
        assertThat(reply(Wechat.event("oA", 1, "unsubscribe", ""))).isNull();
    }

    @Test
    void signsWhatItSays() {
        var sealed = replies.to(WECHAT.addressee(), MessageReader.read(Wechat.event("oA", 1, "subscribe", "")));
        assertThat(sealed).isNotNull();
        var outer = MessageReader.read(sealed);
        assertThat(outer.field("MsgSignature"))
                .isEqualTo(Signature.of(
                        WECHAT.token(), outer.field("TimeStamp"), outer.field("Nonce"), outer.field("Encrypt")));
    }

    private @Nullable String reply(String message) {
        var sealed = replies.to(WECHAT.addressee(), MessageReader.read(message));
        return sealed == null ? null : WECHAT.read(sealed);
    }
}

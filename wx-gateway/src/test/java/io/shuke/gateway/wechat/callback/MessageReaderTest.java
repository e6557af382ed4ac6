package io.shuke.gateway.wechat.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {

    @Test
    void keepsTwoResultsOfOneSecondApart() {
        assertThat(key(Wechat.sent("oA", 100, "t1")))
                .isNotEqualTo(key(Wechat.sent("oA", 100, "t2")))
                .isEqualTo(key(Wechat.sent("oA", 100, "t1")));
    }

    @Test
    void knowsAnEventAgainHoweverItIsWrittenDown() {
        var event = Wechat.event("oA", 100, "SCAN", "<EventKey>a</EventKey>");
        assertThat(key(event.replace("><", ">\n  <").replace("[SCAN]", "[ SCAN ]")))
                .isEqualTo(key(event));
    }

    @Test
    void knowsAMessageByItsIdAndItsSender() {
        assertThat(key(Wechat.words("oA", 100, 7, "a"))).isEqualTo(key(Wechat.words("oA", 101, 7, "b")));
        assertThat(key(Wechat.words("oA", 100, 7, "a"))).isNotEqualTo(key(Wechat.words("oB", 100, 7, "a")));
    }

    @Test
    void noValueCanLookLikeAnotherMessage() {
        assertThat(key("<xml><A>x</A><B>y</B></xml>")).isNotEqualTo(key("<xml><A><![CDATA[x</><B>1:y]]></A></xml>"));
        assertThat(key("{\"a\":\"1:x\"}")).isNotEqualTo(key("{\"a\":1,\"b\":\"x\"}"));
    }

    @Test
    void trimsWhatWechatsOwnSamplesLeaveBlank() {
        var message = MessageReader.read("<xml><Event><![CDATA[ user_get_card ]]></Event></xml>");
        assertThat(message.field("Event")).isEqualTo("user_get_card");
    }

    @Test
    void readsCharactersThatXmlCannotWrite() {
        assertThat(MessageReader.read(Wechat.words("oA", 1, 2, "a\u0008b")).field("Content"))
                .isEqualTo("a b");
    }

    @Test
    void readsPredefinedEntities() {
        assertThat(MessageReader.read("<xml><Url>a&amp;b&#65;</Url></xml>").field("Url"))
                .isEqualTo("a&bA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "<xml>",
                "<xml></xml><xml></xml>",
                "<other></other>",
                "<xml><Event>a</Event><Event>b</Event></xml>",
                "<!DOCTYPE xml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xml><Event>&a;</Event></xml>",
                "<!DOCTYPE xml><xml></xml>",
                "<xml>&unknown;</xml>",
                "{",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":nul}"
            })
    void refusesWhatIsNoMessage(String text) {
        assertThatThrownBy(() -> MessageReader.read(text))
                .isInstanceOf(CallbackRefusal.class)
                .hasMessage("callback.malformed");
    }

    @Test
    void refusesToGoDeep() {
        assertThat(MessageReader.read(deep(14)).fields()).isNotEmpty();
        assertThatThrownBy(() -> MessageReader.read(deep(3_000))).hasMessage("callback.malformed");
        assertThatThrownBy(() -> MessageReader.read("{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000)))
                .hasMessage("callback.malformed");
    }

    @Test
    void readsOnAfterSomethingUnreadable() {
        for (var broken : new String[] {"<xml><a>", "<!DOCTYPE xml><xml></xml>", "<xml>&x;</xml>", deep(100)}) {
            assertThatThrownBy(() -> MessageReader.read(broken)).hasMessage("callback.malformed");
            assertThat(MessageReader.read("<xml><Event>a</Event></xml>").fields())
                    .containsExactly(entry("Event", "a"));
        }
    }

    static String deep(int levels) {
        return "<xml>" + "<a>".repeat(levels) + "</a>".repeat(levels) + "</xml>";
    }

    private static byte[] key(String text) {
        return MessageReader.read(text).key();
    }
}

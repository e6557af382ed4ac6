package io.shuke.gateway.wechat.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[AB+/=]]></Encrypt></xml>",
                "\n<xml>\n <Encrypt>AB+/=</Encrypt>\r\n\t<ToUserName>gh_1</ToUserName></xml>\n",
                "{\"ToUserName\":\"gh_1\",\"Encrypt\":\"AB+/=\"}",
                " {\"Encrypt\" : \"AB+\\/=\", \"ToUserName\":\"gh_1\"}\n"
            })
    void readsBothForms(String body) {
        assertThat(of(body, StandardCharsets.UTF_8)).isEqualTo(new Wrapping("gh_1", "AB+/="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<xml>",
                "<xml></xml>",
                "<xml><Encrypt>A</Encrypt>",
                "<xml><Encrypt>A</Encrypt><Encrypt>A</Encrypt></xml>",
                "<xml><Encrypt>A</Encrypt><xml></xml>",
                "<xml><Encrypt><![CDATA[A]]><![CDATA[B]]></Encrypt></xml>",
                "<xml><Encrypt><![CDATA[A]]>B</Encrypt></xml>",
                "<xml><Encrypt>&#65;</Encrypt></xml>",
                "<xml><Encrypt>A<!-- --></Encrypt></xml>",
                "<xml><Encrypt a='b'>A</Encrypt></xml>",
                "<xml><Encrypt>A</Encrypt\n></xml>",
                "<xml><Encrypt>A</Encrypt></xml><xml/>",
                "<xml>A<Encrypt>A</Encrypt></xml>",
                "<xml><Encrypt><a>A</a></Encrypt></xml>",
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><xml><Encrypt>A</Encrypt></xml>",
                "<!DOCTYPE xml><xml><Encrypt>A</Encrypt></xml>",
                "{\"Encrypt\":\"A\",\"Encrypt\":\"A\"}",
                "{\"Encrypt\":\"\\u0041\"}",
                "{\"Encrypt\":{\"a\":\"A\"}}",
                "{\"Encrypt\":\"A\"}{}",
                "{\"Encrypt\":\"A\"",
                "{\"Encrypt\"",
                "{\"Encrypt\":",
                "{",
                "[\"Encrypt\"]",
                "{\"UoUserName\":\"gh_1\",\"Encrypt\":\"A\"}"
            })
    void refusesWhatWechatWouldNotWrite(String body) {
        assertThatThrownBy(() -> of(body, StandardCharsets.UTF_8)).hasMessage("callback.malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void refusesOtherEncodings(String charset) {
        assertThatThrownBy(() -> of("<xml><Encrypt>A</Encrypt></xml>", Charset.forName(charset)))
                .hasMessage("callback.malformed");
        assertThatThrownBy(() -> of("{\"Encrypt\":\"A\"}", Charset.forName(charset)))
                .hasMessage("callback.malformed");
    }

    @Test
    void callsAPlainMessagePlain() {
        assertThatThrownBy(() -> of("<xml><MsgType>text</MsgType></xml>", StandardCharsets.UTF_8))
                .hasMessage("callback.plain");
    }

    private static Wrapping of(String body, Charset charset) {
        return Wrapping.of(body.getBytes(charset));
    }
}

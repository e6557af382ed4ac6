package io.shuke.gateway.wechat.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.marketing.push.Gap;
import io.shuke.marketing.push.Message;
import io.shuke.marketing.push.Saying;
import io.shuke.marketing.push.Way;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LetterTest {

    private static final Map<String, String> VALUES = Map.of("thing1", "好");

    private static JsonNode body(Message message) {
        var letter = Letter.of(message, "oA", "c-1", path -> "https://shop.example/l/x");
        return new JsonMapper().readTree(new String(letter.body(), StandardCharsets.UTF_8));
    }

    @Test
    void aTemplateCarriesItsGuardAndItsLink() {
        var body = body(new Message.Template("wx1", "t", VALUES, "/h5/card"));
        assertThat(body.path("touser").asString("")).isEqualTo("oA");
        assertThat(body.path("client_msg_id").asString("")).isEqualTo("c-1");
        assertThat(body.path("url").asString("")).isEqualTo("https://shop.example/l/x");
        assertThat(body.at("/data/thing1/value").asString("")).isEqualTo("好");
        assertThat(body(new Message.Template("wx1", "t", VALUES, "")).has("url"))
                .isFalse();
    }

    @Test
    void noticesAndSubscriptionsFillTheSameGaps() {
        assertThat(body(new Message.Notice("wx1", "t", VALUES, "/h5/card"))
                        .at("/data/thing1/value")
                        .asString(""))
                .isEqualTo("好");
        var mini = body(new Message.Subscription("wx2", "t", VALUES, "pages/card/card"));
        assertThat(mini.at("/data/thing1/value").asString("")).isEqualTo("好");
        assertThat(mini.path("page").asString("")).isEqualTo("pages/card/card");
    }

    @Test
    void conversationsHaveTheirKinds() {
        assertThat(body(new Message.Chat("wx1", new Saying.Text("在")))
                        .at("/text/content")
                        .asString(""))
                .isEqualTo("在");
        assertThat(body(new Message.Chat("wx1", new Saying.Picture("m1")))
                        .at("/image/media_id")
                        .asString(""))
                .isEqualTo("m1");
        assertThat(body(new Message.Chat("wx1", new Saying.Video("m2", "新品")))
                        .at("/video/media_id")
                        .asString(""))
                .isEqualTo("m2");
        assertThat(body(new Message.Chat("wx1", new Saying.Page("卡", "wx2", "pages/card/card", "m3")))
                        .at("/miniprogrampage/pagepath")
                        .asString(""))
                .isEqualTo("pages/card/card");
    }

    @Test
    void gapsAreFoundInWeChatsForms() {
        var form = Forms.form("wx1", "t", Way.TEMPLATE, "提醒", "会员号：{{character_string1.DATA}}\n变动: {{thing2.DATA}}\n");
        assertThat(form.gaps()).isEqualTo(List.of(new Gap("character_string1", "会员号"), new Gap("thing2", "变动")));
    }
}

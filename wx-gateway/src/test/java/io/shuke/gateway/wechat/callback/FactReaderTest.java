package io.shuke.gateway.wechat.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.gateway.wechat.callback.SubscriptionChanged.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FactReaderTest {

    private static final Instant AT = Instant.ofEpochSecond(1_700_000_000);

    @Test
    void followingAndScanningIsFollowing() {
        var followed = new Fact.Followed("wx1", "oA", AT);
        var scanned = news(new CodeScanned("wx1", "oA", "a", AT));
        assertThat(read(Wechat.event("oA", AT.getEpochSecond(), "subscribe", "<EventKey>qrscene_a</EventKey>")))
                .containsExactly(followed, scanned);
        assertThat(read(Wechat.event("oA", AT.getEpochSecond(), " SCAN ", "<EventKey>a</EventKey>")))
                .containsExactly(followed, scanned);
        assertThat(read(Wechat.event("oA", AT.getEpochSecond(), "subscribe", "<EventKey></EventKey>")))
                .containsExactly(followed);
        assertThat(read(Wechat.event("oA", AT.getEpochSecond(), "unsubscribe", "")))
                .containsExactly(new Fact.Unfollowed("wx1", "oA", AT));
    }

    @Test
    void everyChangeOfAnAuthorisationIsAWithdrawalOfThePersonItNames() {
        for (var event :
                new String[] {"user_authorization_revoke", "user_authorization_cancellation", "user_info_modified"}) {
            assertThat(read(Wechat.event("gh_1", AT.getEpochSecond(), event, "<OpenID>oA</OpenID>")))
                    .containsExactly(new Fact.Withdrawn("wx1", "oA", AT));
            assertThat(read("{\"FromUserName\":\"oA\",\"CreateTime\":" + AT.getEpochSecond()
                            + ",\"MsgType\":\"event\",\"Event\":\"" + event + "\",\"OpenID\":\"oB\"}"))
                    .containsExactly(new Fact.Withdrawn("wx1", "oB", AT));
        }
    }

    @Test
    void resultsOfMessagesAreNews() {
        assertThat(read(Wechat.finished("oA", AT.getEpochSecond(), 42)))
                .containsExactly(news(new TemplateMessageFinished("wx1", "oA", "42", "success", AT)));
        assertThat(read(Wechat.sent("oA", AT.getEpochSecond(), "t1")))
                .containsExactly(news(new SubscriptionChanged("wx1", "oA", Kind.SENT, "t1", "0", AT)));
    }

    @Test
    void answersToSubscriptionsAreNewsEachInXml() {
        var list = "<List><TemplateId>%s</TemplateId><SubscribeStatusString>%s</SubscribeStatusString></List>";
        var popup = "<SubscribeMsgPopupEvent>" + list.formatted("t1", "accept") + list.formatted("t2", "reject")
                + "</SubscribeMsgPopupEvent>";
        assertThat(read(Wechat.event("oA", AT.getEpochSecond(), "subscribe_msg_popup_event", popup)))
                .containsExactly(
                        news(new SubscriptionChanged("wx1", "oA", Kind.ANSWERED, "t1", "accept", AT)),
                        news(new SubscriptionChanged("wx1", "oA", Kind.ANSWERED, "t2", "reject", AT)));
    }

    @Test
    void answersToSubscriptionsAreNewsInJsonOneOrMany() {
        var one = "{\"TemplateId\":\"t1\",\"SubscribeStatusString\":\"reject\"}";
        var head = "{\"FromUserName\":\"oA\",\"CreateTime\":\"" + AT.getEpochSecond()
                + "\",\"MsgType\":\"event\",\"Event\":\"subscribe_msg_change_event\",\"List\":";
        var changed = news(new SubscriptionChanged("wx1", "oA", Kind.CHANGED, "t1", "reject", AT));
        assertThat(read(head + one + "}")).containsExactly(changed);
        assertThat(read(head + "[" + one + "," + one + "]}")).containsExactly(changed, changed);
    }

    @Test
    void wordsMeanNothing() {
        assertThat(read(Wechat.words("oA", 1, 2, "会员")))
                .singleElement()
                .isInstanceOfSatisfying(
                        Fact.News.class, news -> assertThat(news.event()).isInstanceOf(Spoke.class));
    }

    private static Fact news(Object event) {
        return new Fact.News("wx1", "oA", AT, event);
    }

    private static java.util.List<Fact> read(String text) {
        return FactReader.read("wx1", text);
    }
}

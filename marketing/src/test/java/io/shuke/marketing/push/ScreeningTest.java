package io.shuke.marketing.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.membership.Address;
import io.shuke.member.membership.Identity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScreeningTest {

    private static final Instant NOW = Instant.parse("2026-11-25T04:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Message MINI = new Message.Subscription("mini", "t1", Map.of("thing1", "好"), "");
    private static final Message CHAT = new Message.Chat("official", new Saying.Text("好"));
    private static final Credits.Spot SPOT = new Credits.Spot("mini", "t1");

    private static Facts facts(Map<Credits.Spot, Integer> credits, Set<OptOut> no, Map<String, Instant> words) {
        return facts(credits, no, words, 0, null);
    }

    private static Facts facts(
            Map<Credits.Spot, Integer> credits,
            Set<OptOut> no,
            Map<String, Instant> words,
            int received,
            @Nullable Instant bought) {
        var addresses = List.of(
                new Address(1, new Identity("official", "o1"), true),
                new Address(1, new Identity("mini", "m1"), false));
        return new Facts(addresses, credits, no, words, received, bought, false);
    }

    private static Screening.Choice first(Facts facts, PushRules rules) {
        return Screening.first(List.of(MINI, CHAT), Topic.OFFER, rules, facts, NOW);
    }

    @Test
    void theFirstOpenWayIsTaken() {
        var both = facts(Map.of(SPOT, 1), Set.of(), Map.of("official", NOW.minusSeconds(60)));
        assertThat(first(both, PushRules.usual())).isEqualTo(new Screening.Choice(0, null));
        var talked = facts(Map.of(), Set.of(), Map.of("official", NOW.minusSeconds(60)));
        assertThat(first(talked, PushRules.usual())).isEqualTo(new Screening.Choice(1, null));
    }

    @Test
    void whoseAccountIsLookedIntoGetsNoOffers() {
        var open = facts(Map.of(SPOT, 1), Set.of(), Map.of());
        var frozen = new Facts(
                open.addresses(), open.credits(), open.optOuts(), open.lastWords(), open.received(), null, true);
        assertThat(first(frozen, PushRules.usual()).skip()).isEqualTo(Skip.FROZEN);
        assertThat(Screening.first(List.of(MINI), Topic.SERVICE, PushRules.usual(), frozen, NOW)
                        .skip())
                .isNull();
    }

    @Test
    void anAnswerIsAllowedForTwoDaysOnly() {
        var longAgo = facts(Map.of(), Set.of(), Map.of("official", NOW.minus(Duration.ofHours(48))));
        assertThat(first(longAgo, PushRules.usual()).skip()).isEqualTo(Skip.NO_CREDIT);
    }

    @Test
    void refusingATopicOrAWayHolds() {
        var topic = facts(Map.of(SPOT, 1), Set.of(new OptOut(Topic.OFFER, null)), Map.of());
        assertThat(first(topic, PushRules.usual()).skip()).isEqualTo(Skip.OPTED_OUT);
        var other = facts(Map.of(SPOT, 1), Set.of(new OptOut(Topic.NEWS, null)), Map.of());
        assertThat(first(other, PushRules.usual()).skip()).isNull();
        var way = facts(Map.of(SPOT, 1), Set.of(new OptOut(null, Way.SUBSCRIPTION)), Map.of("official", NOW));
        assertThat(first(way, PushRules.usual()).leg()).isEqualTo(1);
    }

    @Test
    void rulesSpareMembersButNotWhatTheyWaitFor() {
        var much = facts(Map.of(SPOT, 1), Set.of(), Map.of(), 3, NOW.minusSeconds(60));
        assertThat(first(much, PushRules.usual()).skip()).isEqualTo(Skip.TOO_OFTEN);
        var rules = new PushRules(0, 7, LocalTime.MIN, LocalTime.MIN, 2, 10);
        assertThat(first(much, rules).skip()).isEqualTo(Skip.JUST_BOUGHT);
        assertThat(Screening.first(List.of(MINI), Topic.SERVICE, rules, much, NOW)
                        .skip())
                .isNull();
    }

    @Test
    void theHoldOutIsAFairShareAndAlwaysTheSame() {
        var held = LongStream.range(0, 10_000)
                .filter(member -> Screening.heldOut(77, 1_000_000_000L + member * 4096, 10))
                .count();
        assertThat(held).isBetween(850L, 1_150L);
        assertThat(Screening.heldOut(77, 5, 0)).isFalse();
    }

    @Test
    void nightEndsInTheMorning() {
        var rules = PushRules.usual();
        assertThat(rules.awake(NOW, SHANGHAI)).isEqualTo(NOW);
        assertThat(rules.awake(Instant.parse("2026-11-25T14:00:00Z"), SHANGHAI))
                .isEqualTo(Instant.parse("2026-11-26T01:00:00Z"));
        assertThat(rules.awake(Instant.parse("2026-11-24T20:00:00Z"), SHANGHAI))
                .isEqualTo(Instant.parse("2026-11-25T01:00:00Z"));
    }

    @Test
    void gapsTakeWhatTheProviderTakes() {
        var thing = new Gap("thing1", "温馨提示");
        thing.check("{昵称}，一二三四五六七八九十一二三四五六七八九", false);
        assertThatThrownBy(() -> thing.check("一二三四五六七八九十一二三四五六七八九十一", false)).hasMessage("push.gap-too-long");
        assertThatThrownBy(() -> new Gap("number3", "积分").check("很多", false)).hasMessage("push.gap-malformed");
        assertThat(Gap.fitted("thing1", "一二三四五六七八九十一二三四五六七八九十一")).isEqualTo("一二三四五六七八九十一二三四五六七八九…");
    }

    @Test
    void offersNeverGoOutAsServiceTemplates() {
        var template = new Message.Template("official", "t", Map.of("thing1", "好"), "");
        assertThatThrownBy(() -> new NewPush(
                        "上新", Topic.OFFER, List.of(template), new Audience.Everybody(), null, null, "staff:1"))
                .hasMessage("push.marketing-by-template");
    }

    @Test
    void messagesAreStoredAsTheyAre() {
        List.of(
                        MINI,
                        CHAT,
                        new Message.Chat("a", new Saying.Text("一\n二\\n=三")),
                        new Message.Sms("77", Map.of("a", "b")))
                .forEach(message ->
                        assertThat(LegText.message(LegText.row(1, 0, message))).isEqualTo(message));
    }
}

package io.shuke.gateway.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.gateway.wechat.Outcome;
import io.shuke.gateway.wechat.Outcome.When;
import io.shuke.marketing.push.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LineTest {

    private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");

    private final Line line = new Line(500);

    private Verdict hears(Outcome<String> outcome) {
        return Verdicts.of(outcome, line, NOON);
    }

    @Test
    void closesAfterARowOfBadAnswersAndThenTriesOneAtATime() {
        for (int n = 1; n < Line.BAD_IN_A_ROW; n++) {
            hears(new Outcome.Unknown<>("timeout"));
            assertThat(line.against(NOON)).isNull();
        }
        hears(new Outcome.Unknown<>("timeout"));
        assertThat(line.against(NOON)).isEqualTo(new Line.Closure(NOON.plus(Line.REST), "slow"));

        var later = NOON.plus(Line.REST);
        assertThat(line.against(later)).isNull();
        assertThat(line.against(later)).isNotNull();
        line.heard(new Outcome.Ok<>(""), later);
        assertThat(line.against(later)).isNull();
        assertThat(line.against(later)).isNull();
    }

    @Test
    void aGoodAnswerBreaksTheRow() {
        for (int n = 0; n < 3 * Line.BAD_IN_A_ROW; n++) {
            hears(n % 3 == 2 ? new Outcome.Ok<>("1") : new Outcome.Unknown<>("timeout"));
        }
        assertThat(line.against(NOON)).isNull();
    }

    @Test
    void theDaysQuotaOpensAtMidnightInChina() {
        assertThat(hears(new Outcome.RetryLater<>(When.NEXT_DAY, 45009)))
                .isEqualTo(new Verdict.Closed(Instant.parse("2026-11-25T16:00:00Z"), "quota"));
        assertThat(line.against(NOON.plusSeconds(1))).isEqualTo(new Line.Closure(NOON.plus(Line.REST), "quota"));
        // From then on it is the database that keeps it closed, for all nodes.
        assertThat(line.against(NOON.plus(Line.REST))).isNull();
    }

    @Test
    void tooFastRestsForAMinute() {
        assertThat(hears(new Outcome.RetryLater<>(When.NEXT_MINUTE, 45011)))
                .isEqualTo(new Verdict.Closed(NOON.plusSeconds(60), "frequency"));
    }

    @Test
    void eachAnswerIsJudged() {
        assertThat(hears(new Outcome.Ok<>("17"))).isEqualTo(new Verdict.Sent("17"));
        assertThat(hears(new Outcome.Ok<>(""))).isEqualTo(new Verdict.Sent(null));
        assertThat(hears(new Outcome.Refused<>(43101))).isEqualTo(new Verdict.Refused(true));
        assertThat(hears(new Outcome.Refused<>(43004))).isEqualTo(new Verdict.Refused(false));
        assertThat(hears(new Outcome.RetryLater<>(When.SOON, 40001))).isEqualTo(new Verdict.Again());
        assertThat(hears(new Outcome.ConfigurationWrong<>(40037))).isEqualTo(new Verdict.Wrong(40037, true));
        assertThat(hears(new Outcome.ConfigurationWrong<>(47003))).isEqualTo(new Verdict.Wrong(47003, false));
        assertThat(hears(new Outcome.Unknown<>("HTTP 502"))).isEqualTo(new Verdict.Unknown());
    }

    @Test
    void messagesStandInARow() {
        assertThat(line.delay(0)).isZero();
        assertThat(line.delay(0)).isEqualTo(2_000_000);
        assertThat(line.delay(10_000_000)).isZero();
    }
}

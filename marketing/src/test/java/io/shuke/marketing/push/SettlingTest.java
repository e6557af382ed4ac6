package io.shuke.marketing.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private static final Instant NOW = Instant.parse("2026-11-25T04:00:00Z");

    private static Settling.Step after(Verdict verdict, int leg, int attempts) {
        return Settling.after(verdict, leg, 2, attempts, NOW);
    }

    @Test
    void takenIsSent() {
        assertThat(after(new Verdict.Sent("17"), 0, 0).state()).isEqualTo(RecipientState.SENT);
    }

    @Test
    void withoutAnAnswerItIsNeverTriedAgain() {
        var step = after(new Verdict.Unknown(), 0, 0);
        assertThat(step.state()).isEqualTo(RecipientState.UNKNOWN);
        assertThat(step.reason()).isEqualTo(Skip.NO_ANSWER);
    }

    @Test
    void whoRefusesOneWayIsTriedByTheNext() {
        var step = after(new Verdict.Refused(true), 0, 3);
        assertThat(step.state()).isEqualTo(RecipientState.PENDING);
        assertThat(step.leg()).isEqualTo(1);
        assertThat(step.attempts()).isZero();
    }

    @Test
    void whoRefusesTheLastWayIsGivenUp() {
        var step = after(new Verdict.Refused(false), 1, 0);
        assertThat(step.state()).isEqualTo(RecipientState.FAILED);
        assertThat(step.reason()).isEqualTo(Skip.REFUSED);
    }

    @Test
    void busyIsTriedLaterAndLaterAndNotForEver() {
        assertThat(after(new Verdict.Again(), 0, 0).dueAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(after(new Verdict.Again(), 0, 2).dueAt()).isEqualTo(NOW.plusSeconds(8));
        assertThat(after(new Verdict.Again(), 1, Settling.ATTEMPTS - 1).state()).isEqualTo(RecipientState.FAILED);
    }

    @Test
    void aUsedUpQuotaCountsAsNoAttempt() {
        var opens = NOW.plusSeconds(3600);
        var step = after(new Verdict.Closed(opens, "quota"), 0, 1);
        assertThat(step.state()).isEqualTo(RecipientState.PENDING);
        assertThat(step.dueAt()).isEqualTo(opens);
        assertThat(step.attempts()).isEqualTo(1);
    }

    @Test
    void whatIsWrongForEverybodyWaitsForWhoeverMendsIt() {
        assertThat(after(new Verdict.Wrong(40037, true), 1, 0).state()).isEqualTo(RecipientState.PENDING);
        assertThat(after(new Verdict.Wrong(47003, false), 1, 0).reason()).isEqualTo(Skip.BAD_MESSAGE);
    }
}

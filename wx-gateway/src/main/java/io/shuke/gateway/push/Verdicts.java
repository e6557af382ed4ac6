package io.shuke.gateway.push;

import io.shuke.gateway.wechat.Outcome;
import io.shuke.marketing.push.Verdict;
import java.time.Instant;
import java.util.Set;

/** What an answer of WeChat's means for a message; what the answer itself means, {@link Outcome} knows. */
final class Verdicts {

    private static final int NO_CONSENT = 43101;
    private static final int BAD_VALUE = 47003;

    /** Answers about this one person or his values, not about the message. */
    private static final Set<Integer> PERSONAL = Set.of(BAD_VALUE);

    private Verdicts() {}

    static Verdict of(Outcome<String> outcome, Line line, Instant now) {
        var closed = line.heard(outcome, now);
        if (outcome instanceof Outcome.Ok<String> ok) {
            return new Verdict.Sent(ok.value().isEmpty() ? null : ok.value());
        }
        if (outcome instanceof Outcome.Refused<String> refused) {
            return new Verdict.Refused(refused.errcode() == NO_CONSENT);
        }
        if (outcome instanceof Outcome.Unknown<String>) {
            return new Verdict.Unknown();
        }
        if (outcome instanceof Outcome.RetryLater<String>) {
            return closed == null ? new Verdict.Again() : new Verdict.Closed(closed.until(), closed.why());
        }
        var code = outcome instanceof Outcome.ConfigurationWrong<String> wrong ? wrong.errcode() : 0;
        return new Verdict.Wrong(code, !PERSONAL.contains(code));
    }
}

package io.shuke.marketing.push;

import io.shuke.member.membership.MemberId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What providers answer, and what follows from it. */
@Component
class Answers {

    private final PushMapper mapper;
    private final RecipientMapper recipients;
    private final RecipientPen pen;
    private final Credits credits;
    private final Clock clock;

    Answers(PushMapper mapper, RecipientMapper recipients, RecipientPen pen, Credits credits, Clock clock) {
        this.mapper = mapper;
        this.recipients = recipients;
        this.pen = pen;
        this.credits = credits;
        this.clock = clock;
    }

    @Transactional
    public void settle(List<Settled> settled) {
        var now = clock.instant();
        var changes = new ArrayList<RecipientPen.Change>();
        for (var one : settled) {
            var claimed = one.claimed();
            var step = Settling.after(one.verdict(), claimed.leg(), claimed.legs(), claimed.attempts(), now);
            var number = one.verdict() instanceof Verdict.Sent sent ? sent.messageId() : null;
            changes.add(new RecipientPen.Change(
                    claimed.push(),
                    claimed.member(),
                    step.state(),
                    step.leg(),
                    step.reason(),
                    step.attempts(),
                    step.dueAt(),
                    claimed.claim(),
                    null,
                    number));
        }
        pen.settle(changes, now);
        settled.forEach(one -> follow(one, now));
        finishes(settled);
    }

    /** What an answer says beyond the one message. */
    private void follow(Settled settled, Instant now) {
        var claimed = settled.claimed();
        var message = claimed.message();
        if (settled.verdict() instanceof Verdict.Refused refused && refused.noCredit()) {
            var spot = Credits.Spot.of(message);
            credits.gone(new MemberId(claimed.member()), spot.account(), spot.template());
        } else if (settled.verdict().certainlyNot() && message.way().needsCredit()) {
            credits.back(new MemberId(claimed.member()), message);
        }
        if (settled.verdict() instanceof Verdict.Closed closed) {
            mapper.close(message.account(), closed.until(), closed.why());
        } else if (settled.verdict() instanceof Verdict.Wrong wrong && wrong.forEverybody()) {
            mapper.pauseBy(claimed.push(), "wrong:" + wrong.code(), now);
        }
    }

    /** The provider's last word may have been written down before its first. */
    private void finishes(List<Settled> settled) {
        var sent = new HashMap<String, HashSet<String>>();
        for (var one : settled) {
            if (one.verdict() instanceof Verdict.Sent answer && answer.messageId() != null) {
                sent.computeIfAbsent(one.claimed().message().account(), any -> new HashSet<>())
                        .add(answer.messageId());
            }
        }
        sent.forEach(
                (account, messages) -> recipients.finishes(account, messages).forEach(this::apply));
    }

    /** The provider's last word on a message. @param status {@code success}, or why it failed */
    @Transactional
    public void finished(String account, String messageId, String status, Instant at) {
        var finish = new RecipientMapper.FinishRow(account, messageId, status, at);
        recipients.finished(finish);
        apply(finish);
    }

    private void apply(RecipientMapper.FinishRow finish) {
        var arrived = finish.status().equals("success");
        recipients.settleFinished(
                finish.account(),
                finish.messageId(),
                (arrived ? RecipientState.SENT : RecipientState.FAILED).name(),
                arrived ? null : Skip.BLOCKED.name(),
                arrived ? finish.at() : null);
    }
}

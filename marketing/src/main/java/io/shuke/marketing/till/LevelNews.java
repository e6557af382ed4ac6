package io.shuke.marketing.till;

import io.shuke.marketing.webhook.Facts;
import io.shuke.marketing.webhook.WebhookEvent;
import io.shuke.marketing.webhook.Webhooks;
import io.shuke.member.level.Level;
import io.shuke.member.level.LevelLowered;
import io.shuke.member.level.LevelRaised;
import io.shuke.member.membership.MemberId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the merchant's own program of members who rise and fall. */
@Component
class LevelNews {

    private final Webhooks webhooks;

    LevelNews(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @EventListener
    void on(LevelRaised raised) {
        tell(raised.member(), raised.from(), raised.to());
    }

    @EventListener
    void on(LevelLowered lowered) {
        tell(lowered.member(), lowered.from(), lowered.to());
    }

    private void tell(MemberId member, Level from, Level to) {
        webhooks.queue(
                WebhookEvent.LEVEL_CHANGED,
                new Facts()
                        .text("memberId", member)
                        .number("fromStep", from.step())
                        .text("from", from.name())
                        .number("toStep", to.step())
                        .text("to", to.name()));
    }
}

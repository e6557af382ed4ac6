package io.shuke.gateway.push;

import io.shuke.gateway.wechat.callback.Spoke;
import io.shuke.gateway.wechat.callback.SubscriptionChanged;
import io.shuke.gateway.wechat.callback.TemplateMessageFinished;
import io.shuke.marketing.push.Credits;
import io.shuke.marketing.push.Outbox;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Members;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What WeChat tells about messages and consents, written down in the transaction in which it is told. */
@Component
class PushNews {

    private static final String ACCEPTED = "accept";

    private final Outbox outbox;
    private final Credits credits;
    private final Members members;

    PushNews(Outbox outbox, Credits credits, Members members) {
        this.outbox = outbox;
        this.credits = credits;
        this.members = members;
    }

    @EventListener
    void on(TemplateMessageFinished finished) {
        outbox.finished(finished.account(), finished.messageId(), finished.status(), finished.at());
    }

    @EventListener
    void on(Spoke spoke) {
        members.recognise(List.of(new Identity(spoke.account(), spoke.openid())))
                .ifPresent(member -> credits.spoke(member.id(), spoke.account(), spoke.at()));
    }

    /** Who is not a member yet has no account of consents. */
    @EventListener
    void on(SubscriptionChanged changed) {
        if (changed.kind() == SubscriptionChanged.Kind.SENT) {
            return;
        }
        members.recognise(List.of(new Identity(changed.account(), changed.openid())))
                .ifPresent(member -> {
                    if (changed.outcome().equals(ACCEPTED)) {
                        var yes = new Credits.Consented(changed.account(), changed.templateId());
                        var at = changed.at();
                        credits.granted(member.id(), yes, Credits.Teller.PROVIDER, at.toString(), at);
                    } else {
                        credits.gone(member.id(), changed.account(), changed.templateId());
                    }
                });
    }
}

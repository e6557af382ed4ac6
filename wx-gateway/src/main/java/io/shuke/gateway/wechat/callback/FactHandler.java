package io.shuke.gateway.wechat.callback;

import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Members;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells the right one of each fact, in the transaction that marks its message as done. WeChat repeats what was not
 * answered, so an old "follows" may arrive after a newer "left": the time of the fact goes along, not that of its arrival.
 */
@Component
class FactHandler {

    private final Members members;
    private final ApplicationEventPublisher events;

    FactHandler(Members members, ApplicationEventPublisher events) {
        this.members = members;
        this.events = events;
    }

    void handle(Fact fact) {
        if (fact.openid().isEmpty()) {
            return;
        }
        var identity = new Identity(fact.account(), fact.openid());
        if (fact instanceof Fact.Followed) {
            members.followed(identity, fact.at());
        } else if (fact instanceof Fact.Unfollowed) {
            members.unfollowed(identity, fact.at());
        } else if (fact instanceof Fact.Withdrawn) {
            members.withdraw(identity);
        } else if (fact instanceof Fact.News news) {
            events.publishEvent(news.event());
        }
    }
}

package io.shuke.gateway.wechat.callback;

import io.shuke.member.ground.BlindIndex;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Members;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the right one of each fact, in the transaction that marks its message as done. */
@Component
class FactHandler {

    private final Members members;
    private final InboxMapper mapper;
    private final BlindIndex index;
    private final ApplicationEventPublisher events;

    FactHandler(Members members, InboxMapper mapper, BlindIndex index, ApplicationEventPublisher events) {
        this.members = members;
        this.mapper = mapper;
        this.index = index;
        this.events = events;
    }

    void handle(Fact fact) {
        if (fact.openid().isEmpty()) {
            return;
        }
        var identity = new Identity(fact.account(), fact.openid());
        if (fact instanceof Fact.News news) {
            events.publishEvent(news.event());
        } else if (fact instanceof Fact.Withdrawn) {
            members.withdraw(identity);
        } else if (newest(fact)) {
            if (fact instanceof Fact.Followed) {
                members.followed(identity);
            } else {
                members.unfollowed(identity);
            }
        }
    }

    /** WeChat repeats what was not answered, so an old "follows" may arrive after a newer "left". */
    private boolean newest(Fact fact) {
        var follower = index.of(MerchantScope.current(), "wechat-follower", fact.account() + "\n" + fact.openid());
        mapper.followChanged(fact.account(), follower, fact.at());
        return mapper.followChangedAt(fact.account(), follower).equals(fact.at());
    }
}

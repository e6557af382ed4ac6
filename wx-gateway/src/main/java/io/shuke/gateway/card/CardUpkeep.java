package io.shuke.gateway.card;

import io.shuke.marketing.checkin.RewardGranted;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MemberLeft;
import io.shuke.member.membership.MembersChanged;
import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What changes a card's face, once it is committed. */
@Component
class CardUpkeep {

    private final CardCache cache;

    CardUpkeep(CardCache cache) {
        this.cache = cache;
    }

    @TransactionalEventListener
    void on(MembersChanged changed) {
        changed(changed.members());
    }

    @TransactionalEventListener
    void on(RewardGranted granted) {
        changed(List.of(granted.member()));
    }

    @TransactionalEventListener
    void on(MergedMembers merged) {
        changed(List.of(merged.kept(), merged.absorbed()));
    }

    @TransactionalEventListener
    void on(MergeUndone undone) {
        changed(List.of(undone.kept(), undone.restored()));
    }

    @TransactionalEventListener
    void on(MemberLeft left) {
        changed(List.of(left.member()));
    }

    private void changed(Collection<MemberId> members) {
        cache.changed(MerchantScope.current(), members);
    }
}

package io.shuke.gateway.checkin;

import io.shuke.member.ground.MerchantScope;
import io.shuke.member.membership.MergeUndone;
import io.shuke.member.membership.MergedMembers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** A merge changes days that lie in Redis already: they are forgotten once it is committed. */
@Component
class CalendarUpkeep {

    private final CalendarCache cache;

    CalendarUpkeep(CalendarCache cache) {
        this.cache = cache;
    }

    @TransactionalEventListener
    void on(MergedMembers merged) {
        cache.forget(MerchantScope.current(), merged.kept()).subscribe();
    }

    @TransactionalEventListener
    void on(MergeUndone undone) {
        cache.forget(MerchantScope.current(), undone.kept()).subscribe();
    }
}

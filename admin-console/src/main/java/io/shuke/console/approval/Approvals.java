package io.shuke.console.approval;

import io.shuke.console.approval.Approval.State;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.console.staff.Role;
import io.shuke.member.ground.Slice;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The second person's side of it. */
@Service
public class Approvals {

    private static final int LONGEST_REASON = 60;

    private final WishMapper mapper;
    private final Wishes wishes;
    private final Clock clock;

    Approvals(WishMapper mapper, Wishes wishes, Clock clock) {
        this.mapper = mapper;
        this.wishes = wishes;
        this.clock = clock;
    }

    /** Who works in some stores only knows too little of the rest. */
    static boolean decides(ConsoleUser user) {
        return user.everywhere() && (user.role() == Role.OWNER || user.role() == Role.MANAGER);
    }

    /** Newest first; who decides nothing sees his own. */
    public Slice<Approval> page(ConsoleUser user, long before, int size) {
        var now = clock.instant();
        @Nullable Long asker = decides(user) ? null : (Long) user.staff().value();
        var rows = mapper.before(before, asker, size + 1);
        return Slice.of(rows.stream().map(row -> row.toDomain(now)).toList(), size, Approval::id);
    }

    /** How many the person could decide now. */
    public int waitingFor(ConsoleUser user) {
        return decides(user) ? mapper.waitingFor(user.staff().value(), clock.instant()) : 0;
    }

    public Approval approve(ConsoleUser user, long id, String reason) {
        return wishes.decide(user.staff(), id, State.APPROVED, checked(reason));
    }

    public Approval refuse(ConsoleUser user, long id, String reason) {
        if (reason.isBlank()) {
            throw ApprovalRefusal.badNote(LONGEST_REASON);
        }
        return wishes.decide(user.staff(), id, State.REFUSED, checked(reason));
    }

    private static String checked(String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw ApprovalRefusal.badNote(LONGEST_REASON);
        }
        return reason;
    }
}

package io.shuke.console.staff;

import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class Arrival {

    private final InvitationMapper invitations;
    private final StaffMapper staff;
    private final Clock clock;

    Arrival(InvitationMapper invitations, StaffMapper staff, Clock clock) {
        this.invitations = invitations;
        this.staff = staff;
        this.clock = clock;
    }

    @Transactional
    StaffMember hire(byte[] secret, Account account, String password) {
        var now = clock.instant();
        var invited = invitations.lock(secret, now);
        if (invited == null) {
            throw StaffRefusal.invitationUnknown();
        }
        var row = new StaffRow(
                invited.staffId(), account.value(), invited.name(), invited.role(), password, 0, now, null);
        try {
            staff.insert(row);
        } catch (DuplicateKeyException taken) {
            throw StaffRefusal.accountTaken(account);
        }
        invitations.delete(invited.staffId());
        return row.toDomain();
    }
}

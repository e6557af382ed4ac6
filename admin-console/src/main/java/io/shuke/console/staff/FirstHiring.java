package io.shuke.console.staff;

import io.shuke.member.ground.Ids;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class FirstHiring {

    private final FirstOwnerMapper secrets;
    private final StaffMapper staff;
    private final Ids ids;
    private final Clock clock;

    FirstHiring(FirstOwnerMapper secrets, StaffMapper staff, Ids ids, Clock clock) {
        this.secrets = secrets;
        this.staff = staff;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    StaffMember hire(byte[] secret, Hiring owner, String password) {
        var good = secrets.lock(clock.instant()).stream().anyMatch(hash -> Arrays.equals(hash, secret));
        if (!good || secrets.staffEver() > 0) {
            throw StaffRefusal.firstOwnerUnknown();
        }
        var row = new StaffRow(
                ids.next(), owner.account().value(), owner.name(), owner.role(), password, 0, clock.instant(), null);
        try {
            staff.insert(row);
        } catch (DuplicateKeyException taken) {
            throw StaffRefusal.accountTaken(owner.account());
        }
        secrets.deleteAll();
        return row.toDomain();
    }
}

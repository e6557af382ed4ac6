package io.shuke.console.staff;

import io.shuke.member.scan.ScanTickets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** With which WeChat somebody on the staff signs in (绑定微信): one each, and each for one. */
@Service
public class StaffWechat {

    private static final String SIGN_IN = "sign-in";

    private final StaffWechatMapper mapper;
    private final ScanTickets tickets;
    private final Staff staff;
    private final Clock clock;

    StaffWechat(StaffWechatMapper mapper, ScanTickets tickets, Staff staff, Clock clock) {
        this.mapper = mapper;
        this.tickets = tickets;
        this.staff = staff;
        this.clock = clock;
    }

    boolean bound(StaffId id) {
        return mapper.bound(id.value()) > 0;
    }

    ScanTickets.Opened openBinding(StaffId id) {
        return tickets.open("bind-" + id);
    }

    /** False while nobody has scanned. A WeChat that is bound already takes the place of nobody's. */
    @Transactional
    public boolean bind(StaffId id, String scene, String secret) {
        var who = tickets.take(scene, secret, "bind-" + id);
        who.ifPresent(mark -> {
            mapper.unbind(id.value());
            try {
                mapper.bind(id.value(), mark, clock.instant());
            } catch (DuplicateKeyException another) {
                throw StaffRefusal.wechatTaken();
            }
        });
        return who.isPresent();
    }

    @Transactional
    void unbind(StaffId id) {
        mapper.unbind(id.value());
    }

    public ScanTickets.Opened openSignIn() {
        return tickets.open(SIGN_IN);
    }

    /** Empty while nobody has scanned. */
    @Transactional(noRollbackFor = StaffRefusal.class)
    public Optional<StaffMember> signIn(String scene, String secret) {
        return tickets.take(scene, secret, SIGN_IN).map(who -> Optional.ofNullable(mapper.staffOf(who))
                .flatMap(id -> staff.one(new StaffId(id)))
                .filter(StaffMember::working)
                .orElseThrow(StaffRefusal::wechatUnbound));
    }
}

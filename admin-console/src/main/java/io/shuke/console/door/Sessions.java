package io.shuke.console.door;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.console.staff.Staff;
import io.shuke.console.staff.StaffId;
import io.shuke.console.staff.StaffMember;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.MerchantScope;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is signed in. A session is a row; it is looked at again every few seconds, together with its owner, so that whoever is
 * dismissed or signs out is out on every node within five.
 */
@Component
class Sessions {

    /** A working day. */
    static final Duration LIFETIME = Duration.ofHours(12);

    /** How long a second factor is good for. */
    static final Duration PROVEN = Duration.ofMinutes(15);

    private static final Duration REMEMBERED = Duration.ofSeconds(4);
    private static final int MOST = 10_000;

    private record Known(ConsoleUser user, Instant until) {}

    private final StaffSessionMapper mapper;
    private final Staff staff;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<SessionToken, Known> known = new ConcurrentHashMap<>();

    Sessions(StaffSessionMapper mapper, Staff staff, Clock clock) {
        this.mapper = mapper;
        this.staff = staff;
        this.clock = clock;
    }

    /** Opens a session for somebody on the staff of the merchant in scope. */
    @Transactional
    public SessionToken open(StaffMember member) {
        var token = SessionToken.fresh(random);
        var now = clock.instant();
        mapper.deleteExpired(member.id().value(), now);
        mapper.insert(
                token.hash(),
                new StaffSessionMapper.SessionRow(member.id().value(), member.generation(), now.plus(LIFETIME)),
                now);
        return token;
    }

    /** Its owner has shown his second factor just now. */
    void prove(SessionToken token) {
        mapper.prove(token.hash(), clock.instant());
    }

    /** Until when acts on money and points need not ask for it again; empty when they must. Never from memory. */
    Optional<Instant> provenUntil(SessionToken token) {
        return Optional.ofNullable(mapper.provenAt(token.hash()))
                .map(at -> at.plus(PROVEN))
                .filter(clock.instant()::isBefore);
    }

    @Transactional
    public void end(SessionToken token) {
        mapper.delete(token.hash());
        known.remove(token);
    }

    /** Without asking the database. */
    Optional<ConsoleUser> remembered(SessionToken token) {
        var remembered = known.get(token);
        if (remembered == null || !clock.instant().isBefore(remembered.until())) {
            known.remove(token);
            return Optional.empty();
        }
        return Optional.of(remembered.user());
    }

    /** At which merchant to look; needs none in scope. */
    Optional<MerchantId> merchant(SessionToken token) {
        return Optional.ofNullable(mapper.merchantOf(token.hash())).map(MerchantId::new);
    }

    /** The owner of the session at the merchant in scope, if it and he are still there. */
    Optional<ConsoleUser> look(SessionToken token) {
        // The time before the look: what ends while we look is forgotten in time as well.
        var now = clock.instant();
        var row = mapper.one(token.hash());
        if (row == null || !now.isBefore(row.expiresAt())) {
            return Optional.empty();
        }
        var user = staff.one(new StaffId(row.staffId()))
                .filter(member -> member.working() && member.generation() == row.generation())
                .map(member -> new ConsoleUser(
                        MerchantScope.current(), member.id(), member.name(), member.role(), staff.stores(member.id())));
        if (known.size() >= MOST) {
            known.clear();
        }
        user.ifPresent(one -> known.put(token, new Known(one, now.plus(REMEMBERED))));
        return user;
    }
}

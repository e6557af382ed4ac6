package io.shuke.console.staff;

import io.shuke.member.ground.Ids;
import io.shuke.member.ground.MerchantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How somebody comes to work here: with a link that the owner sends him, good once and for three days. He chooses his own
 * account and password, which nobody else ever knows.
 */
@Service
class Invitations {

    static final Duration GOOD_FOR = Duration.ofDays(3);

    /** @param secret to be told once, to who is invited */
    record Sent(Expected expected, OneTimeSecret secret) {}

    /** Who has been invited and has not come yet. */
    record Expected(StaffId id, Post post, Instant until) {}

    private final InvitationMapper mapper;
    private final StaffMapper staff;
    private final Arrival arrival;
    private final Passwords passwords;
    private final Ids ids;
    private final Clock clock;

    Invitations(
            InvitationMapper mapper, StaffMapper staff, Arrival arrival, Passwords passwords, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.staff = staff;
        this.arrival = arrival;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    List<Expected> open() {
        return mapper.open(clock.instant()).stream()
                .map(row -> new Expected(
                        new StaffId(row.staffId()),
                        new Post(row.name(), row.role(), Set.copyOf(staff.storesOf(row.staffId()))),
                        row.expiresAt()))
                .toList();
    }

    @Transactional
    Sent send(Post post) {
        var secret = OneTimeSecret.fresh();
        var id = ids.next();
        var until = clock.instant().plus(GOOD_FOR);
        mapper.insert(new InvitationMapper.InvitationRow(id, secret.hash(), post.name(), post.role(), until));
        post.stores().stream().sorted().forEach(store -> staff.enterStore(id, store));
        return new Sent(new Expected(new StaffId(id), post, until), secret);
    }

    /** Twice is as good as once; who has come already stays. */
    @Transactional
    void withdraw(StaffId id) {
        if (mapper.delete(id.value()) == 1) {
            staff.leaveStores(id.value());
        }
    }

    /** Who has sent this secret; needs no merchant in scope. */
    MerchantId shop(OneTimeSecret secret) {
        var merchant = mapper.merchantOf(secret.hash(), clock.instant());
        if (merchant == null) {
            throw StaffRefusal.invitationUnknown();
        }
        return new MerchantId(merchant);
    }

    /** The password is hashed before the transaction begins, as for everybody. */
    StaffMember arrive(OneTimeSecret secret, Account account, Password password) {
        return arrival.hire(secret.hash(), account, passwords.hash(password.notLike(account)));
    }
}

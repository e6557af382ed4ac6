package io.shuke.console.staff;

import io.shuke.member.ground.Ids;
import io.shuke.member.ground.MerchantId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works for the merchant in scope. */
@Service
public class Staff {

    /** Has no staff, and never will. */
    private static final MerchantId NOBODY = new MerchantId(Long.MAX_VALUE);

    private final StaffMapper mapper;
    private final Passwords passwords;
    private final Ids ids;
    private final Clock clock;

    Staff(StaffMapper mapper, Passwords passwords, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    // Passwords are hashed outside of transactions: nobody holds a connection meanwhile, and one statement is enough.

    public StaffMember hire(Hiring hiring) {
        var row = new StaffRow(
                ids.next(),
                hiring.account().value(),
                hiring.name(),
                hiring.role(),
                passwords.hash(hiring.password()),
                0,
                clock.instant(),
                null);
        try {
            mapper.insert(row);
        } catch (DuplicateKeyException taken) {
            throw StaffRefusal.accountTaken(hiring.account());
        }
        return row.toDomain();
    }

    /** Ends his sessions too; they are dead on every node within five seconds. Twice is as good as once. */
    @Transactional
    public void dismiss(StaffId id) {
        var owners = mapper.lockOwners();
        if (owners.equals(List.of(id.value()))) {
            throw StaffRefusal.lastOwner();
        }
        if (mapper.dismiss(id.value(), clock.instant()) == 0 && mapper.one(id.value()) == null) {
            throw StaffRefusal.unknown();
        }
    }

    /** Ends all sessions that were opened with the old password. */
    public void changePassword(StaffId id, String present, Password fresh) {
        var row = mapper.one(id.value());
        if (row == null || row.dismissedAt() != null) {
            throw StaffRefusal.unknown();
        }
        fresh.notLike(new Account(row.account()));
        if (!passwords.match(present, row.password())
                || mapper.changePassword(id.value(), passwords.hash(fresh), row.password()) == 0) {
            throw StaffRefusal.passwordWrong();
        }
    }

    /** The stores where he works; none is every store. */
    public Set<Long> stores(StaffId id) {
        return Set.copyOf(mapper.storesOf(id.value()));
    }

    /** What somebody has read who wants to change it. */
    int version(StaffId id) {
        return Optional.ofNullable(mapper.version(id.value())).orElseThrow(StaffRefusal::unknown);
    }

    /** He is that from the next request on, or within five seconds on a node that remembers him. */
    @Transactional
    public StaffMember change(StaffId id, int version, Post post) {
        if (post.role() != Role.OWNER && mapper.lockOwners().equals(List.of(id.value()))) {
            throw StaffRefusal.lastOwner();
        }
        if (mapper.change(id.value(), version, post.name(), post.role()) == 0) {
            throw one(id).filter(StaffMember::working).isEmpty()
                    ? StaffRefusal.unknown()
                    : StaffRefusal.changedMeanwhile();
        }
        mapper.leaveStores(id.value());
        new TreeSet<>(post.stores()).forEach(store -> mapper.enterStore(id.value(), store));
        return one(id).orElseThrow(StaffRefusal::unknown);
    }

    /** Those who have not been dismissed, in the order in which they came. */
    public List<StaffMember> all() {
        return mapper.working().stream().map(StaffRow::toDomain).toList();
    }

    public Optional<StaffMember> one(StaffId id) {
        return Optional.ofNullable(mapper.one(id.value())).map(StaffRow::toDomain);
    }

    /**
     * For whom somebody with this account works; needs no merchant in scope. An account that does not exist is at home with
     * a merchant who does not exist either, so that from here on it takes the same steps.
     */
    public MerchantId employer(String account) {
        var merchant = mapper.employerOf(spelt(account));
        return merchant == null ? NOBODY : new MerchantId(merchant);
    }

    /** Empty for a wrong password as for an unknown account, after the same work. */
    public Optional<StaffMember> recognise(String account, String password) {
        var row = mapper.byAccount(spelt(account));
        var right = passwords.match(password, row == null ? null : row.password());
        return Optional.ofNullable(row)
                .filter(any -> right)
                .map(StaffRow::toDomain)
                .filter(StaffMember::working);
    }

    private static String spelt(String typed) {
        var account = typed.strip().toLowerCase(Locale.ROOT);
        return Account.FORM.matcher(account).matches() ? account : "-";
    }
}

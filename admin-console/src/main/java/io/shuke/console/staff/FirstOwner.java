package io.shuke.console.staff;

import io.shuke.member.ground.MerchantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a shop that has never had staff gets its owner: with a secret that whoever runs the program reads in its log. Good
 * once, for a day. Each node may have written one; the first that is used ends all.
 */
@Service
public class FirstOwner {

    static final Duration GOOD_FOR = Duration.ofHours(24);

    private final FirstOwnerMapper mapper;
    private final FirstHiring hiring;
    private final Passwords passwords;
    private final Clock clock;

    FirstOwner(FirstOwnerMapper mapper, FirstHiring hiring, Passwords passwords, Clock clock) {
        this.mapper = mapper;
        this.hiring = hiring;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** A new secret for the merchant in scope; empty when there is, or ever was, staff. */
    @Transactional
    public Optional<String> invite() {
        if (mapper.staffEver() > 0) {
            return Optional.empty();
        }
        var secret = OneTimeSecret.fresh();
        mapper.insert(secret.hash(), clock.instant().plus(GOOD_FOR));
        return Optional.of(secret.value());
    }

    /** Whose first owner comes with this secret; needs no merchant in scope. */
    public MerchantId shop(String secret) {
        var merchant = mapper.merchantOf(new OneTimeSecret(secret).hash(), clock.instant());
        if (merchant == null) {
            throw StaffRefusal.firstOwnerUnknown();
        }
        return new MerchantId(merchant);
    }

    /** The password is hashed before the transaction begins, as for everybody. */
    public StaffMember come(String secret, Account account, String name, Password password) {
        var owner = new Hiring(account, name, Role.OWNER, password);
        return hiring.hire(new OneTimeSecret(secret).hash(), owner, passwords.hash(password));
    }
}

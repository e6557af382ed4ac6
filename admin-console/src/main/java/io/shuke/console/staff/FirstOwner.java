package io.shuke.console.staff;

import io.shuke.member.ground.MerchantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
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
    private static final int BYTES = 32;

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
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        mapper.insert(hash(secret), clock.instant().plus(GOOD_FOR));
        return Optional.of(secret);
    }

    /** Whose first owner comes with this secret; needs no merchant in scope. */
    public MerchantId shop(String secret) {
        var merchant = mapper.merchantOf(hash(secret), clock.instant());
        if (merchant == null) {
            throw StaffRefusal.firstOwnerUnknown();
        }
        return new MerchantId(merchant);
    }

    /** The password is hashed before the transaction begins, as for everybody. */
    public StaffMember come(String secret, Account account, String name, Password password) {
        var owner = new Hiring(account, name, Role.OWNER, password);
        return hiring.hire(hash(secret), owner, passwords.hash(password));
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

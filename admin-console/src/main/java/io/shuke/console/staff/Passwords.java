package io.shuke.console.staff;

import io.shuke.member.ground.Busy;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords by Argon2id, 16 MB each. That is work on purpose, so only as much of it is done at once as there are
 * processors: a storm of guesses takes neither the memory nor the database's threads from the shops' customers.
 */
@Component
class Passwords {

    /** What no password hashes to, with the same parameters as every real one. */
    static final String NOBODYS = "$argon2id$v=19$m=16384,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$" + "A".repeat(43);

    private static final long PATIENCE_MILLIS = 300;

    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Semaphore hands =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    String hash(Password password) {
        take();
        try {
            return Objects.requireNonNull(encoder.encode(password.value()));
        } finally {
            hands.release();
        }
    }

    /** @param hash null when there is nobody to compare with, which takes just as long */
    boolean match(String typed, @Nullable String hash) {
        take();
        try {
            return encoder.matches(typed.length() > Password.LONGEST ? "" : typed, hash == null ? NOBODYS : hash);
        } finally {
            hands.release();
        }
    }

    private void take() {
        try {
            if (!hands.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new Busy("too many passwords at once");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Busy("stopping");
        }
    }
}

package io.shuke.console.factor;

import io.shuke.console.factor.FactorMapper.FactorRow;
import io.shuke.member.ground.BlindIndex;
import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.MerchantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at what somebody shows as his second factor. Wrong ones are counted in his row, so that the count holds on every
 * node; it is written also when the answer is no, which is why the answer is no exception here.
 */
@Component
class Proof {

    static final int MOST_FAILURES = 5;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final Pattern RECOVERY = Pattern.compile("[A-Z2-7]{12}");

    enum Verdict {
        RIGHT,
        WRONG,
        TOO_OFTEN,
        NOTHING_SET_UP
    }

    private final FactorMapper mapper;
    private final FieldCipher cipher;
    private final BlindIndex blind;
    private final Clock clock;

    Proof(FactorMapper mapper, FieldCipher cipher, BlindIndex blind, Clock clock) {
        this.mapper = mapper;
        this.cipher = cipher;
        this.blind = blind;
        this.clock = clock;
    }

    /** @param enrolled whether the factor must be in force already; a recovery code is good only then */
    @Transactional
    public Verdict look(long staff, String shown, boolean enrolled) {
        var now = clock.instant();
        var row = mapper.lock(staff);
        if (row == null || enrolled && row.enrolledAt() == null) {
            return Verdict.NOTHING_SET_UP;
        }
        if (closed(row, now)) {
            return Verdict.TOO_OFTEN;
        }
        var typed = shown.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (CODE.matcher(typed).matches()) {
            var step = Totp.matching(secret(staff, row), typed, now, row.lastStep());
            if (step.isPresent()) {
                mapper.right(staff, step.getAsLong());
                return Verdict.RIGHT;
            }
        } else if (enrolled
                && RECOVERY.matcher(typed).matches()
                && mapper.useCode(staff, hash(staff, typed), now) > 0) {
            mapper.right(staff, row.lastStep());
            return Verdict.RIGHT;
        }
        count(staff, row, now);
        return Verdict.WRONG;
    }

    /** A wrong password where a factor is set up counts like a wrong code. */
    @Transactional
    public boolean mayTry(long staff, byte[] secret) {
        mapper.open(staff, secret);
        var row = mapper.lock(staff);
        return row != null && !closed(row, clock.instant());
    }

    @Transactional
    public void wrong(long staff) {
        var row = mapper.lock(staff);
        if (row != null) {
            count(staff, row, clock.instant());
        }
    }

    /** In force, together with what helps when the phone is lost; false when it was already. */
    @Transactional
    public boolean enrol(long staff, List<String> recoveryCodes) {
        if (mapper.enrol(staff, clock.instant()) == 0) {
            return false;
        }
        mapper.deleteCodes(staff);
        recoveryCodes.forEach(code -> mapper.insertCode(staff, hash(staff, code)));
        return true;
    }

    private void count(long staff, FactorRow row, Instant now) {
        var since = row.failedSince();
        if (since != null && now.isBefore(since.plus(WINDOW))) {
            mapper.wrong(staff, row.failures() + 1, since);
        } else {
            mapper.wrong(staff, 1, now);
        }
    }

    private static boolean closed(FactorRow row, Instant now) {
        var since = row.failedSince();
        return since != null && row.failures() >= MOST_FAILURES && now.isBefore(since.plus(WINDOW));
    }

    byte[] sealed(long staff, byte[] secret) {
        return cipher.seal(Base64.getEncoder().encodeToString(secret), place(staff));
    }

    private byte[] secret(long staff, FactorRow row) {
        return Base64.getDecoder().decode(cipher.open(row.secret(), place(staff)));
    }

    private byte[] hash(long staff, String recoveryCode) {
        return blind.of(MerchantScope.current(), "recovery-code:" + staff, recoveryCode);
    }

    private static String place(long staff) {
        return "staff_second_factor.secret:" + MerchantScope.current() + ":" + staff;
    }
}

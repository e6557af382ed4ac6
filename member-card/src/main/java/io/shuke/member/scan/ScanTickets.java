package io.shuke.member.scan;

import io.shuke.member.ground.BlindIndex;
import io.shuke.member.ground.Bound;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.membership.Identity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One browser shows a code, a phone scans it, and that browser learns whose phone it was: once, within two minutes. The
 * code alone opens nothing, for the browser keeps a secret that is not in it; so a photo of the screen is worth nothing.
 */
@Service
public class ScanTickets {

    public static final Duration GOOD_FOR = Duration.ofMinutes(2);

    private static final Pattern FORM = Pattern.compile("staff-[A-Za-z0-9_-]{24}");
    private static final int SCENE_BYTES = 18;
    private static final int SECRET_BYTES = 32;

    /** @param secret for the browser alone */
    public record Opened(String scene, String secret, Instant until) {

        @Override
        public String toString() {
            return "Opened[]";
        }
    }

    private final ScanTicketMapper mapper;
    private final JdbcTemplate database;
    private final BlindIndex blind;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ScanTickets(ScanTicketMapper mapper, JdbcTemplate database, BlindIndex blind, Clock clock) {
        this.mapper = mapper;
        this.database = database;
        this.blind = blind;
        this.clock = clock;
    }

    public static boolean isForm(String scene) {
        return FORM.matcher(scene).matches();
    }

    /** @param purpose what it may be taken for, and nothing else */
    @Transactional
    public Opened open(String purpose) {
        var now = clock.instant();
        var opened = new Opened("staff-" + random(SCENE_BYTES), random(SECRET_BYTES), now.plus(GOOD_FOR));
        mapper.forget(now.minus(Duration.ofDays(1)));
        mapper.insert(opened.scene(), hash(opened.secret()), purpose, opened.until());
        return opened;
    }

    /**
     * Whose code it is, while it may be scanned. It needs no merchant in scope, so it goes past the mappers; and it tells
     * nothing but that.
     */
    public MerchantId merchant(String scene) {
        if (!isForm(scene)) {
            throw ScanRefusal.over();
        }
        return database
                .query(
                        "SELECT merchant_id FROM scan_ticket"
                                + " WHERE scene = ? AND expires_at > ? AND scanned_by IS NULL",
                        (row, number) -> new MerchantId(row.getLong(1)),
                        scene,
                        Bound.stored(clock.instant()))
                .stream()
                .findFirst()
                .orElseThrow(ScanRefusal::over);
    }

    /** Somebody's phone has seen it. The first one counts; what is no ticket, or no longer, is nothing. */
    @Transactional
    public void scanned(String scene, Identity phone) {
        if (isForm(scene)) {
            var who = blind.of(MerchantScope.current(), "scan", phone.provider() + "\n" + phone.subject());
            mapper.scanned(scene, who, clock.instant());
        }
    }

    /** A mark of whoever scanned it, the same each time he scans; empty while nobody has. */
    @Transactional
    public Optional<byte[]> take(String scene, String secret, String purpose) {
        var now = clock.instant();
        var row = mapper.lock(scene, now);
        if (row == null
                || !MessageDigest.isEqual(row.secretHash(), hash(secret))
                || !row.purpose().equals(purpose)) {
            throw ScanRefusal.over();
        }
        if (row.scannedBy() == null) {
            return Optional.empty();
        }
        mapper.take(scene, now);
        return Optional.of(row.scannedBy());
    }

    private String random(int many) {
        var bytes = new byte[many];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

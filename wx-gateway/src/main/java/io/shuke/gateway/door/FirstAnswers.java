package io.shuke.gateway.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.shuke.member.ground.FieldCipher;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a repeated request the first one's answer, to the byte. The answer is written in the same transaction as what the
 * request did, so there is never one without the other: after a refusal or a crash both are gone and the request may come
 * again; while the first still works, the second waits for it.
 */
@Service
public class FirstAnswers {

    /** Promised for a day; a till that was off over the weekend is worth more. Value is guarded by its own keys for ever. */
    static final Duration KEPT = Duration.ofDays(4);

    private static final int MANY = 5_000;
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private final FirstAnswerMapper mapper;
    private final FieldCipher cipher;
    private final JsonMapper json;
    private final Clock clock;

    FirstAnswers(FirstAnswerMapper mapper, FieldCipher cipher, JsonMapper json, Clock clock) {
        this.mapper = mapper;
        this.cipher = cipher;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Does the work and keeps its answer, or gives the one that is kept.
     *
     * @throws RequestRefusal {@code request.idempotency-mismatch} for a key that came with another request before,
     *     {@code request.idempotency-running} when the first takes longer than anybody waits
     */
    @Transactional
    public ResponseEntity<byte[]> once(Repeatable request, HttpStatus status, Supplier<?> work) {
        var content = content(request);
        if (claim(request, content) > 1) {
            return kept(request, content);
        }
        var body = json.writeValueAsBytes(work.get());
        mapper.answer(
                request.caller(), request.key(), status.value(), cipher.seal(new String(body, UTF_8), place(request)));
        return answer(status.value(), body);
    }

    /** More than one when the key is known. Writing to it takes the row itself: those who wait then come one by one. */
    private int claim(Repeatable request, byte[] content) {
        try {
            return mapper.claim(request.caller(), request.key(), content, clock.instant());
        } catch (PessimisticLockingFailureException lost) {
            throw lost.getMostSpecificCause() instanceof SQLException why && why.getErrorCode() == LOCK_WAIT_TIMEOUT
                    ? RequestRefusal.idempotencyRunning()
                    : lost;
        }
    }

    private ResponseEntity<byte[]> kept(Repeatable request, byte[] content) {
        var first = requireNonNull(mapper.one(request.caller(), request.key()));
        if (!MessageDigest.isEqual(first.content(), content)) {
            throw RequestRefusal.idempotencyMismatch();
        }
        var body = cipher.open(requireNonNull(first.body()), place(request));
        return answer(requireNonNull(first.status()), body.getBytes(UTF_8));
    }

    private static ResponseEntity<byte[]> answer(int status, byte[] body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private byte[] content(Repeatable request) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((request.target() + "\n").getBytes(UTF_8));
            return sha256.digest(json.writeValueAsBytes(request.body()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String place(Repeatable request) {
        return "first_answer.body:" + request.caller() + " " + request.key();
    }

    /** @return whether there may be more */
    @Transactional
    public boolean forgetOld() {
        return mapper.forget(clock.instant().minus(KEPT), MANY) == MANY;
    }
}

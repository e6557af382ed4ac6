package io.shuke.console.factor;

import io.shuke.console.staff.Staff;
import io.shuke.console.staff.StaffId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has set up an authenticator app, and whether what he shows comes from it. */
@Service
public class SecondFactors {

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LENGTH = 12;
    private static final int RECOVERY_BYTES = 8;

    /**
     * @param secret to type where no camera is
     * @param uri what the picture says
     */
    public record Offer(String secret, String uri) {

        @Override
        public String toString() {
            return "Offer[]";
        }
    }

    private final FactorMapper mapper;
    private final Proof proof;
    private final Staff staff;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(FactorMapper mapper, Proof proof, Staff staff) {
        this.mapper = mapper;
        this.proof = proof;
        this.staff = staff;
    }

    public boolean enrolled(StaffId id) {
        var row = mapper.one(id.value());
        return row != null && row.enrolledAt() != null;
    }

    public int recoveryCodesLeft(StaffId id) {
        return mapper.codesLeft(id.value());
    }

    /**
     * A new secret, in force when a code of it is shown. Asks for the password, for whoever finds a phone that is signed in
     * must not tie his own to it.
     *
     * @param shop as the app shows it
     */
    public Offer offer(StaffId id, String password, String shop) {
        if (enrolled(id)) {
            throw FactorRefusal.enrolled();
        }
        var secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        var sealed = proof.sealed(id.value(), secret);
        if (!proof.mayTry(id.value(), sealed)) {
            throw FactorRefusal.tooOften(Proof.WINDOW.toMinutes());
        }
        var account = staff.one(id).map(one -> one.account().value()).orElse("");
        if (staff.recognise(account, password).isEmpty()) {
            proof.wrong(id.value());
            throw FactorRefusal.wrongPassword();
        }
        if (mapper.renew(id.value(), sealed) == 0) {
            throw FactorRefusal.enrolled();
        }
        var text = Totp.base32(secret);
        return new Offer(
                text,
                "otpauth://totp/" + encoded(shop + ":" + account) + "?secret=" + text + "&issuer=" + encoded(shop));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @return codes for the day when the phone is lost, shown this once */
    public List<String> confirm(StaffId id, String code) {
        if (enrolled(id)) {
            throw FactorRefusal.enrolled();
        }
        judge(proof.look(id.value(), code, false));
        return begin(id.value());
    }

    private List<String> begin(long id) {
        var codes = Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
        if (!proof.enrol(id, codes)) {
            throw FactorRefusal.enrolled();
        }
        return codes.stream().map(SecondFactors::spaced).toList();
    }

    private String recoveryCode() {
        var bytes = new byte[RECOVERY_BYTES];
        random.nextBytes(bytes);
        return Totp.base32(bytes).substring(0, RECOVERY_LENGTH);
    }

    private static String spaced(String code) {
        return code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8);
    }

    /** @throws FactorRefusal unless it is a code of his app, or a recovery code, that was not used yet */
    public void prove(StaffId id, String shown) {
        judge(proof.look(id.value(), shown, true));
    }

    private static void judge(Proof.Verdict verdict) {
        switch (verdict) {
            case RIGHT -> {}
            case WRONG -> throw FactorRefusal.wrongCode();
            case TOO_OFTEN -> throw FactorRefusal.tooOften(Proof.WINDOW.toMinutes());
            case NOTHING_SET_UP -> throw FactorRefusal.notEnrolled();
        }
    }

    /** For a lost phone: he sets it up anew. */
    @Transactional
    public void forget(StaffId id) {
        mapper.delete(id.value());
        mapper.deleteCodes(id.value());
    }
}

package io.shuke.marketing.referral;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a friend brings along: eight characters that cannot be mistaken for one another. In a QR code it stands behind a
 * word, so that a scene says by itself what it is; with it 15 of the 32 characters are used that WeChat allows.
 */
public record InviteCode(String value) {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final String SCENE = "invite-";

    public InviteCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no invite code");
        }
    }

    static InviteCode random(RandomGenerator random) {
        var value = new StringBuilder(LENGTH);
        for (int n = 0; n < LENGTH; n++) {
            value.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new InviteCode(value.toString());
    }

    /** From what a page or a scanned code says; nobody is turned away for a wrong one. */
    static Optional<InviteCode> read(@Nullable String code, @Nullable String scene) {
        return typed(code).or(() -> ofScene(scene));
    }

    public static Optional<InviteCode> ofScene(@Nullable String scene) {
        return scene != null && scene.startsWith(SCENE) ? typed(scene.substring(SCENE.length())) : Optional.empty();
    }

    private static Optional<InviteCode> typed(@Nullable String code) {
        return code != null && FORM.matcher(code).matches() ? Optional.of(new InviteCode(code)) : Optional.empty();
    }

    public String scene() {
        return SCENE + value;
    }

    @Override
    public String toString() {
        return value;
    }
}

package io.shuke.gateway.push;

import io.shuke.marketing.push.Claimed;
import io.shuke.member.ground.BlindIndex;
import io.shuke.member.ground.MerchantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Short links in messages, by which we know that one was opened. Signed, so that nobody opens for others. */
@Component
class Links {

    private static final int SIGNED = 9;
    private static final Pattern FORM =
            Pattern.compile("([0-9a-z]{1,13})-([0-9a-z]{1,13})-([0-9a-z]{1,13})-([\\w-]{12})");

    /** Whose message was opened. */
    record Opened(MerchantId merchant, long push, long member) {}

    private final BlindIndex sealed;
    private final String root;

    Links(BlindIndex sealed, @Value("${shuke.public-url:}") String root) {
        this.sealed = sealed;
        this.root = root;
    }

    String to(MerchantId merchant, Claimed claimed) {
        var text = Long.toString(merchant.value(), 36)
                + "-" + Long.toString(claimed.push(), 36)
                + "-" + Long.toString(claimed.member(), 36);
        return root + "/l/" + text + "-" + signature(merchant, text);
    }

    Optional<Opened> read(String token) {
        var form = FORM.matcher(token);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            var merchant = new MerchantId(Long.parseLong(form.group(1), 36));
            var text = token.substring(0, token.length() - 13);
            var same = MessageDigest.isEqual(
                    signature(merchant, text).getBytes(StandardCharsets.US_ASCII),
                    form.group(4).getBytes(StandardCharsets.US_ASCII));
            return same
                    ? Optional.of(
                            new Opened(merchant, Long.parseLong(form.group(2), 36), Long.parseLong(form.group(3), 36)))
                    : Optional.empty();
        } catch (IllegalArgumentException tooLarge) {
            return Optional.empty();
        }
    }

    private String signature(MerchantId merchant, String text) {
        var hash = sealed.of(merchant, "push.link", text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, SIGNED));
    }
}

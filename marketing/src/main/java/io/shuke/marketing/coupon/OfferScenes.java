package io.shuke.marketing.coupon;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.shuke.member.ground.BlindIndex;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.MerchantScope;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What stands in the QR code that hands out an offer: its number and a mark that only this installation can make. Who joins
 * says by himself which code has led him here, and could else name any offer.
 */
@Component
public class OfferScenes {

    /** At most 42 characters of the 64 that WeChat allows. */
    private static final Pattern FORM = Pattern.compile("offer-([1-9][0-9]{0,18})-([0-9a-f]{16})");

    private static final int MARK = 8;

    private final BlindIndex blind;

    OfferScenes(BlindIndex blind) {
        this.blind = blind;
    }

    /** Whether it looks like one; whether it is one only the merchant's own key can tell. */
    public static boolean isForm(String scene) {
        return FORM.matcher(scene).matches();
    }

    public String of(Offer offer) {
        return of(offer.id());
    }

    private String of(long offer) {
        var mark = blind.of(MerchantScope.current(), "offer.scene", Long.toString(offer));
        return "offer-" + offer + "-" + HexFormat.of().formatHex(Arrays.copyOf(mark, MARK));
    }

    /** The offer that it stands for; empty for any other code and for one that somebody made up. */
    OptionalLong offer(String scene) {
        var form = FORM.matcher(scene);
        if (!form.matches()) {
            return OptionalLong.empty();
        }
        var offer = Ids.read(form.group(1));
        return offer.isPresent()
                        && MessageDigest.isEqual(of(offer.getAsLong()).getBytes(US_ASCII), scene.getBytes(US_ASCII))
                ? offer
                : OptionalLong.empty();
    }
}

package io.shuke.marketing.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What may be written to at all: a name, never a number in any of the notations that addresses have. Where the name leads
 * is looked at when it is sent to, for that may change.
 */
final class WebhookAddress {

    private static final int LONGEST = 300;
    /** The last part of a name begins with a letter, which no number does, {@code 0x7f000001} included. */
    private static final Pattern NAME =
            Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)*[a-z]([a-z0-9-]*[a-z0-9])?");

    private WebhookAddress() {}

    /** @param local whether plain http and names of this machine are allowed, for trying */
    static String checked(String url, boolean local) {
        try {
            var uri = new URI(url);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            if (url.length() <= LONGEST
                    && (scheme.equals("https") || local && scheme.equals("http"))
                    && (NAME.matcher(host).matches() && (local || host.contains("."))
                            || local && host.equals("127.0.0.1"))
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null) {
                return uri.toASCIIString();
            }
        } catch (URISyntaxException malformed) {
            // as bad as the others
        }
        throw WebhookRefusal.badAddress();
    }
}

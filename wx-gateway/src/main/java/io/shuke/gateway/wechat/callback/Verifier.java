package io.shuke.gateway.wechat.callback;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Decides whether a call is WeChat's. The cheap and the certain come first: nothing is decrypted before its signature
 * held, nothing is parsed before it was decrypted for this very account.
 */
@Component
class Verifier {

    static final int LARGEST = 64 * 1024;
    private static final long WINDOW = Duration.ofMinutes(5).toSeconds();

    private final Clock clock;

    Verifier(Clock clock) {
        this.clock = clock;
    }

    /** The check WeChat makes when the address is entered in its console. */
    void confirm(Addressee addressee, CallbackQuery query) {
        if (!Signature.matches(
                query.signature(), addressee.channel().callbackToken(), query.timestamp(), query.nonce())) {
            throw CallbackRefusal.forged();
        }
    }

    Message read(Addressee addressee, CallbackQuery query, byte[] body) {
        if (body.length > LARGEST) {
            throw CallbackRefusal.tooLarge();
        }
        var token = addressee.channel().callbackToken();
        var given = query.messageSignature();
        var wrapping = Wrapping.of(body);
        if (!Signature.matches(given, token, query.timestamp(), query.nonce(), wrapping.encrypted())) {
            throw CallbackRefusal.forged();
        }
        confirm(addressee, query);
        if (Math.abs(clock.instant().getEpochSecond() - query.seconds()) > WINDOW) {
            throw CallbackRefusal.stale();
        }
        var message = MessageReader.read(open(addressee, wrapping.encrypted()));
        var toUser = wrapping.toUser();
        if (toUser != null && !toUser.equals(message.field("ToUserName"))) {
            throw CallbackRefusal.foreign();
        }
        return message;
    }

    private static String open(Addressee addressee, String encrypted) {
        var sealed = CallbackCipher.decode(encrypted);
        if (sealed != null) {
            for (var cipher : addressee.ciphers()) {
                var text = cipher.open(sealed);
                if (text != null) {
                    return text;
                }
            }
        }
        throw CallbackRefusal.foreign();
    }
}

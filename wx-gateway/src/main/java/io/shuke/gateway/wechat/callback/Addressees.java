package io.shuke.gateway.wechat.callback;

import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Channel;
import io.shuke.member.merchant.Channels;
import io.shuke.member.merchant.Merchants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds the account of a call without asking the database each time. An answer is kept for half a minute, also that there
 * is no such account; one that was found before keeps serving while the database is away.
 */
@Component
class Addressees {

    private static final Logger LOG = LoggerFactory.getLogger(Addressees.class);
    private static final Pattern APPID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final long KEPT = Duration.ofSeconds(30).toNanos();
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final int MOST_UNKNOWN = 10_000;

    private record Known(Addressee addressee, long until) {}

    private final Jdbc jdbc;
    private final Channels channels;
    private final Merchants merchants;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, Long> unknown = new ConcurrentHashMap<>();
    /** Many calls for one account ask once. */
    private final Map<String, Mono<Addressee>> asking = new ConcurrentHashMap<>();

    Addressees(Jdbc jdbc, Channels channels, Merchants merchants) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.merchants = merchants;
    }

    /** Now, while the database is there: it may be away when the first message of an account arrives. */
    @EventListener(ApplicationReadyEvent.class)
    void learn() {
        jdbc.forAll(channels::all).forEach(channel -> remember(channel.account(), addressee(channel)));
    }

    Mono<Addressee> of(String appid) {
        var found = known.get(appid);
        if (found == null) {
            return knownToBeUnknown(appid) ? Mono.error(CallbackRefusal.unknownAccount()) : ask(appid);
        }
        if (System.nanoTime() - found.until() < 0) {
            return Mono.just(found.addressee());
        }
        return ask(appid)
                .timeout(PATIENCE)
                .onErrorResume(away -> !(away instanceof CallbackRefusal), away -> Mono.just(found.addressee()));
    }

    private boolean knownToBeUnknown(String appid) {
        var until = unknown.get(appid);
        return !APPID.matcher(appid).matches() || until != null && System.nanoTime() - until < 0;
    }

    private Mono<Addressee> ask(String appid) {
        return asking.computeIfAbsent(appid, id -> jdbc.<Optional<Addressee>>callForAll(() -> find(id))
                .flatMap(found -> Mono.justOrEmpty(remember(id, found.orElse(null))))
                .switchIfEmpty(Mono.error(CallbackRefusal::unknownAccount))
                .doFinally(done -> asking.remove(id))
                .cache());
    }

    private Optional<Addressee> find(String appid) {
        return channels.of(appid).map(this::addressee);
    }

    private Addressee addressee(Channel channel) {
        return jdbc.within(
                channel.merchant(),
                () -> new Addressee(
                        channel, ciphers(channel), merchants.current().name(), merchants.stores()));
    }

    private @Nullable Addressee remember(String appid, @Nullable Addressee found) {
        var until = System.nanoTime() + KEPT;
        if (found != null) {
            known.put(appid, new Known(found, until));
            unknown.remove(appid);
        } else {
            if (unknown.size() >= MOST_UNKNOWN) {
                unknown.clear();
            }
            known.remove(appid);
            unknown.put(appid, until);
        }
        return found;
    }

    private static List<CallbackCipher> ciphers(Channel channel) {
        return Stream.of(Optional.of(channel.callbackKey()), Optional.ofNullable(channel.previousCallbackKey()))
                .flatMap(Optional::stream)
                .flatMap(key -> cipher(channel, key))
                .toList();
    }

    /** A key that was typed wrong must not keep the other one from working. */
    private static Stream<CallbackCipher> cipher(Channel channel, String key) {
        try {
            return Stream.of(new CallbackCipher(key, channel.account()));
        } catch (IllegalArgumentException wrong) {
            LOG.error("an EncodingAESKey of {} does not have 43 characters of Base64", channel.account());
            return Stream.empty();
        }
    }
}

package io.shuke.console.door;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How often a password may be guessed. Nobody can lock somebody else's account: what is closed is the way from one address
 * to one account, sooner while the account is being guessed at from many. Counted in this node's memory, so with n nodes an
 * attacker has n times the tries, and a restart forgives; both are far from enough to guess a password of ours.
 */
@Component
class SignInLimit {

    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int BY_ADDRESS = 20;
    static final int BY_ADDRESS_AND_ACCOUNT = 5;
    /** From so many failures on, by whomever, an account counts as attacked. */
    static final int ATTACK = 30;

    static final int WHEN_ATTACKED = 2;

    /** Two minutes each: more than somebody looks at in a quarter of an hour. */
    static final int CODES_BY_ADDRESS = 30;

    private static final int MOST = 100_000;
    private static final int LONGEST_ACCOUNT = 40;
    private static final int LONGEST_ADDRESS = 64;

    private record Count(int times, Instant until) {}

    private final Clock clock;
    private final Map<List<String>, Count> counts = new ConcurrentHashMap<>();

    SignInLimit(Clock clock) {
        this.clock = clock;
    }

    /** A try that counts as failed until it is forgiven: so a thousand at once are not all let in before the first fails. */
    final class Try {

        private final String account;
        private final String address;

        private Try(String account, String address) {
            this.account = account;
            this.address = address;
        }

        private void begin() {
            int byAccount = count(account, "");
            int byAddress = count("", address);
            int byBoth = count(account, address);
            int allowed = byAccount > ATTACK ? WHEN_ATTACKED : BY_ADDRESS_AND_ACCOUNT;
            if (byAddress > BY_ADDRESS || byBoth > allowed) {
                throw ConsoleRefusal.tooManyFailures(WINDOW.toMinutes());
            }
        }

        /** It was not a wrong password after all. */
        void forgive() {
            for (var key : List.of(List.of(account, ""), List.of("", address), List.of(account, address))) {
                counts.computeIfPresent(key, (any, count) -> new Count(count.times() - 1, count.until()));
            }
        }
    }

    /** @throws ConsoleRefusal {@code console.too-many-failures} */
    Try begin(String account, @Nullable InetSocketAddress from) {
        var spelt = account.strip().toLowerCase(java.util.Locale.ROOT);
        var guess = new Try(spelt.substring(0, Math.min(spelt.length(), LONGEST_ACCOUNT)), address(from));
        guess.begin();
        return guess;
    }

    /** A code costs the shop a call to WeChat. */
    void code(@Nullable InetSocketAddress from) {
        if (count("code", address(from)) > CODES_BY_ADDRESS) {
            throw ConsoleRefusal.tooManyCodes(WINDOW.toMinutes());
        }
    }

    private int count(String account, String address) {
        var now = clock.instant();
        var key = List.of(account, address);
        if (counts.size() >= MOST && !counts.containsKey(key)) {
            counts.values().removeIf(count -> !now.isBefore(count.until()));
            if (counts.size() >= MOST) {
                throw ConsoleRefusal.tooManyFailures(WINDOW.toMinutes());
            }
        }
        return counts.compute(
                        key,
                        (any, count) -> count == null || !now.isBefore(count.until())
                                ? new Count(1, now.plus(WINDOW))
                                : new Count(count.times() + 1, count.until()))
                .times();
    }

    /** Of an IPv6 address the part that its owner cannot choose. */
    private static String address(@Nullable InetSocketAddress from) {
        if (from == null) {
            return "unknown";
        }
        var address = from.getAddress();
        if (address == null) {
            // What a proxy told: never looked up, for it may be anything.
            var told = from.getHostString();
            return told.substring(0, Math.min(told.length(), LONGEST_ADDRESS));
        }
        var bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
    }
}

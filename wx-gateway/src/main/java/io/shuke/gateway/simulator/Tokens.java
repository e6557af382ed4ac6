package io.shuke.gateway.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Access tokens as WeChat hands them out: the stable kind that is shared, and the classic kind that replaces itself. */
final class Tokens {

    static final Duration LIFE = Duration.ofSeconds(7200);
    /** How long a token that was replaced still opens doors, and how early WeChat replaces a stable one. */
    static final Duration OVERLAP = Duration.ofMinutes(5);

    private static final Duration BETWEEN_FORCED = Duration.ofSeconds(30);
    private static final int FORCED_A_DAY = 20;

    enum Kind {
        STABLE,
        CLASSIC
    }

    record Token(String value, String appid, Kind kind, Instant expiresAt, boolean revoked) {}

    record Grant(String token, long expiresIn) {}

    private record Forced(Instant last, long day, int count) {}

    private record Ticket(String value, Instant expiresAt) {}

    private final Clock clock;
    private final Map<String, Token> byValue = new ConcurrentHashMap<>();
    private final Map<String, Token> current = new ConcurrentHashMap<>();
    private final Map<String, Forced> forced = new ConcurrentHashMap<>();
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
    private volatile Runnable changed = () -> {};

    Tokens(Clock clock) {
        this.clock = clock;
    }

    void onChange(Runnable changed) {
        this.changed = changed;
    }

    synchronized void restore(Collection<Token> tokens) {
        tokens.forEach(token -> byValue.put(token.value(), token));
        tokens.stream()
                .filter(token -> !token.revoked())
                .forEach(token -> current.merge(
                        slot(token.appid(), token.kind()),
                        token,
                        (one, other) -> one.expiresAt().isAfter(other.expiresAt()) ? one : other));
    }

    synchronized List<Token> alive() {
        var now = clock.instant();
        return byValue.values().stream()
                .filter(token -> token.expiresAt().isAfter(now))
                .toList();
    }

    /** The shared token: the same one for everybody who asks, until five minutes before its end. */
    synchronized Grant stable(SimulatedAccount account, String secret, boolean force) {
        check(account, secret);
        var now = clock.instant();
        var token = current.get(slot(account.appid(), Kind.STABLE));
        if (token == null || token.expiresAt().isBefore(now.plus(OVERLAP))) {
            return grant(replace(account, Kind.STABLE, token, now.plus(OVERLAP)));
        }
        return force ? grant(forceAgain(account, token)) : grant(token);
    }

    /** The classic token: each call gives a new one. */
    synchronized Grant classic(SimulatedAccount account, String secret) {
        check(account, secret);
        var before = current.get(slot(account.appid(), Kind.CLASSIC));
        return grant(replace(account, Kind.CLASSIC, before, clock.instant().plus(OVERLAP)));
    }

    /** Whose token this is. */
    synchronized String account(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw WechatError.of(41001);
        }
        var token = byValue.get(value);
        if (token == null || token.revoked()) {
            throw WechatError.of(40001);
        }
        if (!token.expiresAt().isAfter(clock.instant())) {
            throw WechatError.of(42001);
        }
        return token.appid();
    }

    synchronized Grant ticket(String appid, String type) {
        var now = clock.instant();
        var ticket = tickets.compute(
                appid + ":" + type,
                (key, before) -> before != null && before.expiresAt().isAfter(now.plus(OVERLAP))
                        ? before
                        : new Ticket("kgt8ON7yVITDhtdwci0q" + Randoms.text(66), now.plus(LIFE)));
        return new Grant(
                ticket.value(), Duration.between(now, ticket.expiresAt()).toSeconds());
    }

    /** For the fault switch "all tokens are gone at once". */
    synchronized void revokeAll() {
        byValue.replaceAll((value, token) -> revoked(token));
        current.clear();
        changed.run();
    }

    private static void check(SimulatedAccount account, String secret) {
        if (!account.secret().equals(secret)) {
            throw WechatError.of(40125);
        }
    }

    /** Forcing is for a leaked token: the old one dies at once. Too soon after the last time it changes nothing. */
    private Token forceAgain(SimulatedAccount account, Token token) {
        var now = clock.instant();
        var today = now.plus(Duration.ofHours(8)).getEpochSecond() / 86_400;
        var before = forced.get(account.appid());
        if (before != null && now.isBefore(before.last().plus(BETWEEN_FORCED))) {
            return token;
        }
        int count = before != null && before.day() == today ? before.count() : 0;
        if (count == FORCED_A_DAY) {
            throw WechatError.of(45009);
        }
        forced.put(account.appid(), new Forced(now, today, count + 1));
        byValue.put(token.value(), revoked(token));
        return replace(account, Kind.STABLE, null, now);
    }

    private Token replace(SimulatedAccount account, Kind kind, @Nullable Token before, Instant oldUntil) {
        if (before != null && before.expiresAt().isAfter(oldUntil)) {
            byValue.put(before.value(), new Token(before.value(), before.appid(), kind, oldUntil, false));
        }
        var now = clock.instant();
        byValue.values().removeIf(token -> token.expiresAt().isBefore(now.minus(LIFE)));
        var token = new Token("98_" + Randoms.text(133), account.appid(), kind, now.plus(LIFE), false);
        byValue.put(token.value(), token);
        current.put(slot(account.appid(), kind), token);
        changed.run();
        return token;
    }

    private Grant grant(Token token) {
        return new Grant(
                token.value(),
                Duration.between(clock.instant(), token.expiresAt()).toSeconds());
    }

    private static Token revoked(Token token) {
        return new Token(token.value(), token.appid(), token.kind(), token.expiresAt(), true);
    }

    private static String slot(String appid, Kind kind) {
        return appid + ":" + kind;
    }
}

package io.shuke.gateway.wechat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import me.chanjar.weixin.common.bean.WxAccessToken;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one account's token. A timer on every node tends it, so requests find it in memory; when WeChat rejects it, one
 * thread of one node asks for another and all the rest wait for that one.
 */
final class TokenKeeper {

    /** From here on the timer asks. The stable token itself changes only five minutes before its end. */
    static final Duration AHEAD = Duration.ofMinutes(12);

    /** How often the timer asks while WeChat still answers with the old one. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    /** A token that is this young is not asked for again, whatever is said of it: the fault lies elsewhere. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** The call to WeChat. */
    interface Source {
        WxAccessToken fetch() throws WxErrorException, IOException;
    }

    private final String account;
    private final TokenStore store;
    private final Clock clock;
    private final Source source;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Token held;
    private volatile @Nullable Token rejected;

    TokenKeeper(String account, TokenStore store, Clock clock, Source source) {
        this.account = account;
        this.store = store;
        this.clock = clock;
        this.source = source;
    }

    /** WxJava takes it to tell us that WeChat rejected the token. */
    ReentrantLock lock() {
        return lock;
    }

    @Nullable
    String value() {
        var token = held;
        return token == null ? null : token.value();
    }

    String current() throws WxErrorException {
        var token = held;
        return token != null && token.usableAt(clock.instant()) ? token.value() : renewed();
    }

    /** WeChat rejected the token we hold. */
    void reject() {
        lock.lock();
        try {
            var token = held;
            if (token != null && !token.fetchedWithin(SETTLED, clock.instant())) {
                rejected = token;
                held = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** The timer's turn: take over what another node fetched, and fetch in time. */
    void tend() throws WxErrorException {
        if (!lock.tryLock()) {
            return;
        }
        try {
            var stored = store.read(account).filter(this::acceptable).orElse(null);
            adopt(stored);
            var token = held;
            if (token == null || !lasting(token)) {
                renew(Duration.ZERO, this::lasting);
            } else if (stored == null) {
                // Redis was emptied or poisoned: what we hold is as good as a new one.
                store.restore(account, token);
            }
        } finally {
            lock.unlock();
        }
    }

    private void adopt(@Nullable Token stored) {
        var token = held;
        if (stored != null && (token == null || token.fetchedAt().isBefore(stored.fetchedAt()))) {
            held = stored;
        }
    }

    private String renewed() throws WxErrorException {
        try {
            if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw notSent("no access token in time", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notSent("interrupted", e);
        }
        try {
            var token = held;
            if (token == null || !token.usableAt(clock.instant())) {
                renew(PATIENCE, this::acceptable);
                token = held;
            }
            if (token == null) {
                throw notSent("no access token", null);
            }
            return token.value();
        } finally {
            lock.unlock();
        }
    }

    private void renew(Duration patience, Predicate<Token> good) throws WxErrorException {
        var lease = store.lease(account, patience).orElse(null);
        if (lease == null) {
            adopt(store.read(account).filter(this::acceptable).orElse(null));
            return;
        }
        try (lease) {
            var stored = store.read(account).filter(good).orElse(null);
            var token = stored == null ? fetched() : stored;
            if (stored == null) {
                store.write(account, token);
            }
            held = token;
            rejected = null;
        }
    }

    private Token fetched() throws WxErrorException {
        try {
            // What is stored has milliseconds, and has to equal what is held.
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var answer = source.fetch();
            if (answer.getAccessToken() == null || answer.getExpiresIn() <= 0) {
                throw notSent("half a token", null);
            }
            return new Token(answer.getAccessToken(), now, now.plusSeconds(answer.getExpiresIn()));
        } catch (IOException | RuntimeException e) {
            throw notSent("no answer to the question for a token", e);
        }
    }

    private boolean acceptable(Token token) {
        return token.usableAt(clock.instant()) && !token.equals(rejected);
    }

    private boolean lasting(Token token) {
        var now = clock.instant();
        return acceptable(token) && (token.lastsAt(now, AHEAD) || token.fetchedWithin(AGAIN, now));
    }

    /** Without a token the call itself was never made, so it may be made again: WeChat's own "busy" says the same. */
    private static WxErrorException notSent(String why, @Nullable Throwable cause) {
        return new WxErrorException(
                WxError.builder().errorCode(Outcome.BUSY).errorMsg(why).build(), cause);
    }
}

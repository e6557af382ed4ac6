package io.shuke.gateway.wechat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.chanjar.weixin.common.error.WxErrorException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import reactor.core.publisher.Flux;

/** Sees to it that requests find fresh tokens, and that accounts connected or changed elsewhere are known here. */
final class TokenTimer {

    private static final Logger LOG = LoggerFactory.getLogger(TokenTimer.class);
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int AT_ONCE = 8;

    private final Accounts accounts;
    private final WechatCalls calls;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "wechat-timer");
        thread.setDaemon(true);
        return thread;
    });

    TokenTimer(Accounts accounts, WechatCalls calls) {
        this.accounts = accounts;
        this.calls = calls;
    }

    /** Not earlier: the simulator is served by this very program. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        timer.scheduleWithFixedDelay(this::tend, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void tend() {
        accounts.refresh()
                .doOnNext(this::retire)
                .thenMany(Flux.defer(() -> Flux.fromIterable(accounts.ready())))
                .flatMap(account -> calls.aside(() -> tended(account)), AT_ONCE)
                .subscribe(
                        done -> {},
                        failure -> LOG.warn(
                                "the accounts were not tended: {}",
                                failure.getClass().getSimpleName()));
    }

    private static Account tended(Account account) {
        try {
            account.keeper().tend();
        } catch (WxErrorException told) {
            LOG.debug("{} has no fresh token yet", account.channel().account());
        } catch (RuntimeException failure) {
            LOG.warn("the token of {} was not tended", account.channel().account(), failure);
        }
        return account;
    }

    /** Calls that still use the old connections may end in peace. */
    private void retire(List<Account> replaced) {
        replaced.forEach(account -> timer.schedule(account::close, EVERY.toMillis(), TimeUnit.MILLISECONDS));
    }

    void close() {
        timer.shutdownNow();
    }
}

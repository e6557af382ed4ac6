package io.shuke.gateway.wechat;

import com.github.binarywang.wxpay.exception.WxPayException;
import io.micrometer.core.instrument.MeterRegistry;
import io.shuke.member.ground.Busy;
import io.shuke.member.ground.RequestId;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import me.chanjar.weixin.common.error.WxErrorException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The one gate to WeChat: WxJava blocks, so its calls run on threads of their own behind a bounded queue, and a caller who
 * hangs up does not interrupt them. Each call leaves one line in the log that names neither person nor secret.
 */
public final class WechatCalls {

    private static final Logger LOG = LoggerFactory.getLogger(WechatCalls.class);
    private static final Pattern RID = Pattern.compile("rid: ?([0-9a-f-]{8,40})");

    /** Longer than connecting and one answer may take; it bounds an answer that comes in drops. */
    private static final Duration DEADLINE = Duration.ofSeconds(8);

    /** One call by WxJava. */
    public interface Work<T> {
        @Nullable
        T run() throws WxErrorException, WxPayException, IOException;
    }

    /** One call by WxJava that always has an answer. */
    interface Sure<T> {
        T run() throws WxErrorException, IOException;
    }

    private final ThreadPoolExecutor threads;
    private final MeterRegistry meters;

    WechatCalls(int width, int queue, MeterRegistry meters) {
        this.meters = meters;
        this.threads =
                new ThreadPoolExecutor(width, width, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue), task -> {
                    var thread = new Thread(task, "wechat");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** @param path WeChat's name of the call, for the log and the figures */
    public <T> Mono<Outcome<T>> call(String account, String path, Work<T> work) {
        return RequestId.carry(
                id -> Mono.fromFuture(submit(account, path, id.named(() -> now(account, path, work))), true)
                        .timeout(DEADLINE, Mono.fromSupplier(id.named(() -> tooLate(account, path)))));
    }

    private <T> CompletableFuture<Outcome<T>> submit(String account, String path, Supplier<Outcome<T>> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.completedFuture(failed(account, path, full, System.nanoTime()));
        }
    }

    private <T> Outcome<T> tooLate(String account, String path) {
        var outcome = new Outcome.Unknown<T>("deadline");
        report(account, path, outcome, null, System.nanoTime());
        return outcome;
    }

    /** The same on the caller's own (blocking) thread. */
    public <T> Outcome<T> now(String account, String path, Work<T> work) {
        var begin = System.nanoTime();
        try {
            Outcome<T> outcome = Outcome.of(work.run());
            report(account, path, outcome, null, begin);
            return outcome;
        } catch (WxErrorException | WxPayException | IOException | RuntimeException e) {
            return failed(account, path, e, begin);
        }
    }

    /** For the token, which WxJava asks for in the middle of its calls: reports, and leaves the failure as it is. */
    <T> T traced(String account, String path, Sure<T> work) throws WxErrorException, IOException {
        var begin = System.nanoTime();
        try {
            var value = work.run();
            report(account, path, new Outcome.Ok<>(value), null, begin);
            return value;
        } catch (WxErrorException | IOException | RuntimeException e) {
            failed(account, path, e, begin);
            throw e;
        }
    }

    /** Work that makes its own calls, or blocks a little, on the gate's threads. */
    <T> Mono<T> aside(Supplier<T> work) {
        return RequestId.carry(id -> {
            try {
                return Mono.fromFuture(CompletableFuture.supplyAsync(id.named(work), threads), true);
            } catch (RejectedExecutionException full) {
                return Mono.error(new Busy("the queue to WeChat is full"));
            }
        });
    }

    private <T> Outcome<T> failed(String account, String path, Exception error, long begin) {
        Outcome<T> outcome = Outcome.of(error);
        report(account, path, outcome, error, begin);
        return outcome;
    }

    private void report(String account, String path, Outcome<?> outcome, @Nullable Exception error, long begin) {
        var took = Duration.ofNanos(System.nanoTime() - begin);
        var name = outcome.getClass().getSimpleName();
        meters.timer("wechat.calls", "path", path, "outcome", name).record(took);
        if (outcome instanceof Outcome.Ok<?>) {
            LOG.debug("{} of {}: ok, {} ms", path, account, took.toMillis());
        } else {
            LOG.warn("{} of {}: {}, {}, {} ms", path, account, outcome, rid(error), took.toMillis());
        }
    }

    /** WeChat's own number of the request, by which its support finds it; WeChat Pay gives a word instead. */
    private static String rid(@Nullable Exception error) {
        if (error instanceof WxPayException no) {
            return no.getErrCode() == null ? "no code" : no.getErrCode();
        }
        if (error instanceof WxErrorException answered && answered.getMessage() != null) {
            var english = answered.getError().getErrorMsgEn();
            var matcher = RID.matcher(english == null ? answered.getMessage() : english);
            if (matcher.find()) {
                return "rid " + matcher.group(1);
            }
        }
        return "no rid";
    }

    void close() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(10, TimeUnit.SECONDS);
    }
}

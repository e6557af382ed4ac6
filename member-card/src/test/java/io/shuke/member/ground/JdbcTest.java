package io.shuke.member.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class JdbcTest {

    private static final MerchantId MERCHANT = new MerchantId(1);

    private final Jdbc jdbc = new Jdbc(1, 1);
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void close() throws InterruptedException {
        released.countDown();
        jdbc.close();
    }

    @Test
    void refusesWhenTheQueueIsFull() throws InterruptedException {
        var working = jdbc.call(MERCHANT, this::untilReleased).toFuture();
        started.await();
        var queued = jdbc.call(MERCHANT, () -> "queued").toFuture();

        assertThat(jdbc.call(MERCHANT, () -> "refused").toFuture())
                .failsWithin(Duration.ofMillis(100))
                .withThrowableThat()
                .withCauseInstanceOf(Busy.class);
        released.countDown();
        assertThat(working).succeedsWithin(Duration.ofSeconds(1)).isEqualTo("done");
        assertThat(queued).succeedsWithin(Duration.ofSeconds(1)).isEqualTo("queued");
    }

    @Test
    void doesNotInterruptTheWorkOfACallerWhoHangsUp() throws InterruptedException {
        var undisturbed = new AtomicBoolean();
        var finished = new CountDownLatch(1);
        var call = jdbc.call(MERCHANT, () -> {
                    untilReleased();
                    undisturbed.set(!Thread.currentThread().isInterrupted());
                    finished.countDown();
                    return true;
                })
                .subscribe();
        started.await();

        call.dispose();
        released.countDown();

        assertThat(finished.await(1, TimeUnit.SECONDS)).isTrue();
        assertThat(undisturbed).isTrue();
    }

    @Test
    void namesTheRequestInEverythingItsWorkLogs() {
        var named = jdbc.call(MERCHANT, () -> String.valueOf(MDC.get("requestId")));

        assertThat(named.contextWrite(RequestId.of("r1")).toFuture())
                .succeedsWithin(Duration.ofSeconds(1))
                .isEqualTo("r1");
        assertThat(named.toFuture()).succeedsWithin(Duration.ofSeconds(1)).isEqualTo("null");
    }

    @Test
    void doesNotForgetTheQueuedWorkOfACallerWhoHangsUp() throws InterruptedException {
        jdbc.call(MERCHANT, this::untilReleased).subscribe();
        started.await();
        var done = new CountDownLatch(1);

        jdbc.call(MERCHANT, () -> {
                    done.countDown();
                    return true;
                })
                .subscribe()
                .dispose();
        released.countDown();

        assertThat(done.await(1, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void sendsTheQueueAwayWhenNothingComesBack() throws InterruptedException {
        var stuck = jdbc.call(MERCHANT, this::untilReleased).toFuture();
        started.await();

        assertThat(jdbc.call(MERCHANT, () -> "queued").toFuture())
                .failsWithin(Duration.ofSeconds(4))
                .withThrowableThat()
                .withCauseInstanceOf(Busy.class);
        assertThat(stuck).isNotDone();
        released.countDown();
        assertThat(stuck).succeedsWithin(Duration.ofSeconds(1)).isEqualTo("done");
    }

    @Test
    void setsTheMerchantAndTakesItAway() {
        assertThat(jdbc.call(MERCHANT, MerchantScope::current).toFuture())
                .succeedsWithin(Duration.ofSeconds(1))
                .isEqualTo(MERCHANT);
        assertThat(jdbc.callForAll(() -> MerchantScope.currentOrNull() == null).toFuture())
                .succeedsWithin(Duration.ofSeconds(1))
                .isEqualTo(true);
    }

    @Test
    void mayAnswerNothing() {
        assertThat(jdbc.call(MERCHANT, () -> null).toFuture())
                .succeedsWithin(Duration.ofSeconds(1))
                .isNull();
    }

    @Test
    void passesARefusalOn() {
        assertThatThrownBy(() -> jdbc.within(MERCHANT, () -> {
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String untilReleased() {
        started.countDown();
        try {
            released.await();
            return "done";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}

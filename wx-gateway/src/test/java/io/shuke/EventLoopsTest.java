package io.shuke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The watch over the event loops is awake: else its silence would mean nothing. */
class EventLoopsTest {

    @Test
    void whoBlocksAnEventLoopIsStoppedAndRemembered() {
        var work = Mono.fromCallable(EventLoopsTest::sleep).subscribeOn(Schedulers.parallel());

        Assertions.assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> work.toFuture().join())
                .withCauseInstanceOf(BlockingOperationError.class);

        assertThat(EventLoops.drain()).hasSize(1);
    }

    private static boolean sleep() throws InterruptedException {
        Thread.sleep(1);
        return true;
    }
}

package io.shuke;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The watch over the event loops is awake: else its silence would mean nothing. */
class EventLoopsTest {

    @Test
    void whoBlocksAnEventLoopIsRemembered() {
        var work = Mono.fromCallable(EventLoopsTest::sleep).subscribeOn(Schedulers.parallel());

        work.toFuture().join();

        assertThat(EventLoops.drain()).isNotEmpty();
    }

    private static boolean sleep() throws InterruptedException {
        Thread.sleep(1);
        return true;
    }
}

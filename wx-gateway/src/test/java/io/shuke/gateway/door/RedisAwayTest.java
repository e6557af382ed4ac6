package io.shuke.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RedisAwayTest {

    private final Logger log = (Logger) LoggerFactory.getLogger("redis-away");
    private final RedisAway away = new RedisAway(log, "cards are shown without Redis");
    private final Throwable timeout = new IllegalStateException();

    @Test
    void fillsNoLogWhileRedisIsAway() {
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        log.addAppender(lines);
        log.setAdditive(false);
        var start = System.nanoTime();

        for (var call = 0; call < 10_000; call++) {
            away.tell(timeout, start);
        }
        away.tell(timeout, start + Duration.ofSeconds(11).toNanos());

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "cards are shown without Redis: IllegalStateException, 1 times",
                        "cards are shown without Redis: IllegalStateException, 10000 times");
    }
}

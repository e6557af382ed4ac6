package io.shuke.member.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import io.shuke.member.ShopTest;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database goes away under an application that is at work, and comes back. */
@ShopTest
@Import(DatabaseAwayIT.OverAWire.class)
class DatabaseAwayIT {

    private static final MerchantId MERCHANT = new MerchantId(21);
    /** One wait for a connection, and some more for a machine that is busy with other tests. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @Autowired
    Wire wire;

    @Autowired
    Jdbc jdbc;

    @Autowired
    NoteMapper notes;

    @Autowired
    JdbcTemplate database;

    @Autowired
    HikariDataSource pool;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void haveANote() {
        database.execute(NoteMapper.TABLE);
        jdbc.within(MERCHANT, () -> {
            notes.put(1, "here");
            return true;
        });
    }

    @AfterEach
    void mend() throws InterruptedException {
        wire.mend();
        for (int i = 0; i < 300 && catchThrowable(this::read) != null; i++) {
            Thread.sleep(100);
        }
        assertThat(read()).as("back again").isOne();
    }

    @Test
    void everybodyIsToldInTimeAndThenAtOnce() {
        wire.cut();

        var first = IntStream.range(0, 100).mapToObj(i -> call(this::read)).toList();
        assertThat(first).allSatisfy(this::isBusyInTime);
        var second = IntStream.range(0, 100).mapToObj(i -> call(this::read)).toList();
        assertThat(second).allSatisfy(asked -> assertThat(asked)
                .failsWithin(AT_ONCE)
                .withThrowableThat()
                .withCauseInstanceOf(Busy.class));
    }

    @Test
    void writersInATransactionAreToldToo() {
        wire.cut();

        isBusyInTime(call(() -> inTransaction(() -> notes.change(1, "lost"))));
    }

    @Test
    void aStatementUnderWayIsBusyToo() throws InterruptedException {
        var asked = call(() -> inTransaction(() -> notes.sleep(1, 5)));
        Thread.sleep(300);

        wire.cut();

        isBusyInTime(asked);
    }

    @Test
    void nobodyQueuesForAFrozenDatabase() throws InterruptedException {
        var atTheCounter = IntStream.range(0, pool.getMaximumPoolSize())
                .mapToObj(i -> call(() -> inTransaction(() -> notes.sleep(1, 0.5))))
                .toList();
        Thread.sleep(300);

        wire.hold();

        var queued = IntStream.range(0, 100).mapToObj(i -> call(this::read)).toList();
        assertThat(queued).allSatisfy(this::isBusyInTime);
        wire.mend();
        assertThat(atTheCounter).allSatisfy(asked -> assertThat(asked.handle((done, busy) -> true))
                .succeedsWithin(PATIENCE));
    }

    private int read() {
        return jdbc.within(MERCHANT, notes::ids).size();
    }

    private <T> CompletableFuture<T> call(Supplier<T> work) {
        return jdbc.call(MERCHANT, work).toFuture();
    }

    private void isBusyInTime(CompletableFuture<?> asked) {
        assertThat(asked).failsWithin(PATIENCE).withThrowableThat().withCauseInstanceOf(Busy.class);
    }

    private boolean inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
        return true;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class OverAWire {

        @Bean
        static Detour detour() {
            return new Detour();
        }

        @Bean
        Wire wire(Detour detour, JdbcConnectionDetails details) {
            return detour.wire(details);
        }
    }

    /** Leads the pool over a wire to the server that {@link ShopTest} started. */
    static class Detour implements BeanPostProcessor {

        private final Map<Integer, Wire> wires = new HashMap<>();

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof JdbcConnectionDetails details ? over(details) : bean;
        }

        Wire wire(JdbcConnectionDetails details) {
            return Objects.requireNonNull(wires.get(address(details).getPort()));
        }

        private static URI address(JdbcConnectionDetails details) {
            return URI.create(details.getJdbcUrl().substring("jdbc:".length()));
        }

        private JdbcConnectionDetails over(JdbcConnectionDetails details) {
            var server = address(details);
            var wire = new Wire(server.getPort());
            wires.put(wire.port(), wire);
            var url = details.getJdbcUrl().replaceFirst(":" + server.getPort(), ":" + wire.port());
            return new Over(url, details.getUsername(), details.getPassword());
        }
    }

    private record Over(
            String getJdbcUrl,
            @Nullable String getUsername,
            @Nullable String getPassword) implements JdbcConnectionDetails {}
}

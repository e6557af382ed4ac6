package io.shuke.member.ground;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the gate and the lanes promise when transactions are real. */
@ShopTest
class CommitIT {

    private static final MerchantId MERCHANT = new MerchantId(31);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    Jdbc jdbc;

    @Autowired
    NoteMapper notes;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void startWithNotes() {
        database.execute(NoteMapper.TABLE);
        database.execute("DELETE FROM note");
        jdbc.within(MERCHANT, () -> {
            notes.insertAll(List.of(1L, 2L), "there");
            return true;
        });
    }

    @Test
    void aLostDeadlockIsRepeated() {
        var both = new CyclicBarrier(2);
        var attempts = new AtomicInteger();

        var oneWay = jdbc.call(MERCHANT, () -> changeBoth(1, 2, both, attempts)).toFuture();
        var otherWay =
                jdbc.call(MERCHANT, () -> changeBoth(2, 1, both, attempts)).toFuture();

        assertThat(oneWay).succeedsWithin(PATIENCE);
        assertThat(otherWay).succeedsWithin(PATIENCE);
        assertThat(attempts).hasValueGreaterThan(2);
    }

    @Test
    void workIsCommittedThoughTheCallerHangsUp() throws InterruptedException {
        var under = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var call = jdbc.call(MERCHANT, () -> {
                    inTransaction(() -> {
                        notes.insert(3, "kept");
                        under.countDown();
                        notes.sleep(1, 0.3);
                    });
                    done.countDown();
                    return true;
                })
                .subscribe();
        under.await();

        call.dispose();

        done.await();
        assertThat(ids()).contains(3L);
    }

    @Test
    void everyCallerOfALaneIsAnsweredAndOnlyAfterTheCommit() {
        var committed = ConcurrentHashMap.<Long>newKeySet();
        var lane = new Lane<Long, Long>(jdbc, 500, asked -> {
            var answers = insertTogether(asked);
            committed.addAll(asked);
            return answers;
        });

        var answers = LongStream.range(100, 300)
                .mapToObj(id -> lane.call(MERCHANT, id)
                        .map(answer -> committed.contains(answer) ? answer : -1)
                        .toFuture())
                .toList();

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i)).succeedsWithin(PATIENCE).isEqualTo(100L + i);
        }
        assertThat(ids()).containsAll(committed).hasSize(202);
    }

    @Test
    void oneBadItemOfALaneFailsAlone() {
        var lane = new Lane<Long, Long>(jdbc, 500, this::insertTogether);

        // Note 2 is there already, so the transaction that tries it is rolled back.
        var answers = IntStream.of(10, 11, 2, 12, 13)
                .mapToObj(id -> lane.call(MERCHANT, (long) id).toFuture())
                .toList();

        assertThat(answers.get(2))
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withCauseInstanceOf(DuplicateKeyException.class);
        assertThat(answers.get(4)).succeedsWithin(PATIENCE);
        assertThat(ids()).containsExactly(1L, 2L, 10L, 11L, 12L, 13L);
    }

    private boolean changeBoth(long first, long second, CyclicBarrier both, AtomicInteger attempts) {
        boolean firstTime = attempts.incrementAndGet() <= 2;
        inTransaction(() -> {
            notes.change(first, "mine");
            if (firstTime) {
                meet(both);
            }
            notes.change(second, "mine");
        });
        return true;
    }

    private List<Long> insertTogether(List<Long> asked) {
        inTransaction(() -> asked.forEach(id -> notes.insert(id, "lane")));
        return asked;
    }

    private List<Long> ids() {
        return jdbc.within(MERCHANT, notes::ids);
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await();
        } catch (InterruptedException | BrokenBarrierException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

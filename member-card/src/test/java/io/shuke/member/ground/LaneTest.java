package io.shuke.member.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final MerchantId MERCHANT = new MerchantId(1);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Jdbc jdbc = new Jdbc(2, 16);
    private final List<List<Integer>> commits = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() throws InterruptedException {
        jdbc.close();
    }

    @Test
    void commitsTogetherWhatArrivesDuringACommit() throws InterruptedException {
        var started = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        var lane = new Lane<Integer, Integer>(jdbc, 100, asked -> {
            started.countDown();
            await(released);
            return commit(asked);
        });
        var first = lane.call(MERCHANT, 0).toFuture();
        started.await();
        var others = IntStream.range(1, 50)
                .mapToObj(i -> lane.call(MERCHANT, i).toFuture())
                .toList();
        released.countDown();

        assertThat(first).succeedsWithin(SOON).isEqualTo(0);
        assertThat(others).allSatisfy(other -> assertThat(other).succeedsWithin(SOON));
        assertThat(commits).hasSize(2);
    }

    @Test
    void letsOneBadItemFailAlone() {
        var lane = new Lane<Integer, Integer>(jdbc, 100, asked -> {
            if (asked.contains(13)) {
                throw new IllegalArgumentException("13");
            }
            return commit(asked);
        });

        var answers = all(lane, 40);

        for (int i = 0; i < answers.size(); i++) {
            if (i == 13) {
                assertThat(answers.get(i)).failsWithin(SOON).withThrowableThat().withMessageContaining("13");
            } else {
                assertThat(answers.get(i)).succeedsWithin(SOON).isEqualTo(i);
            }
        }
        assertThat(commits.stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }

    @Test
    void answersEverybodyWhenAnErrorIsThrown() {
        var lane = new Lane<Integer, Integer>(jdbc, 100, asked -> {
            if (asked.contains(13)) {
                throw new StackOverflowError("13");
            }
            return commit(asked);
        });

        var answers = new ArrayList<>(all(lane, 40));

        assertThat(answers.remove(13)).failsWithin(SOON).withThrowableThat().withMessageContaining("13");
        assertThat(answers).allSatisfy(answer -> assertThat(answer).succeedsWithin(SOON));
    }

    @Test
    void neverMixesMerchants() {
        var lane = new Lane<Long, Long>(jdbc, 100, asked -> {
            var merchant = MerchantScope.current().value();
            assertThat(asked).containsOnly(merchant);
            return asked;
        });

        var answers = IntStream.range(0, 60)
                .mapToObj(i -> 1L + i % 3)
                .map(merchant -> lane.call(new MerchantId(merchant), merchant).toFuture())
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer).succeedsWithin(SOON));
    }

    @Test
    void refusesWhenItIsFull() throws InterruptedException {
        var started = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        var lane = new Lane<Integer, Integer>(jdbc, 1, asked -> {
            started.countDown();
            await(released);
            return commit(asked);
        });
        lane.call(MERCHANT, 0).subscribe();
        started.await();
        var queued = lane.call(MERCHANT, 1).toFuture();

        assertThat(lane.call(MERCHANT, 2).toFuture())
                .failsWithin(SOON)
                .withThrowableThat()
                .withCauseInstanceOf(Busy.class);
        released.countDown();
        assertThat(queued).succeedsWithin(SOON);
    }

    private static List<CompletableFuture<Integer>> all(Lane<Integer, Integer> lane, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> lane.call(MERCHANT, i).toFuture())
                .toList();
    }

    private List<Integer> commit(List<Integer> asked) {
        commits.add(asked);
        return asked;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

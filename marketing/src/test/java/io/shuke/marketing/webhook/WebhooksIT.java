package io.shuke.marketing.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.marketing.SettableClock;
import io.shuke.marketing.ShopTest;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ShopTest
class WebhooksIT {

    private static final String URL = "https://pos.example.com/shuke";

    @Autowired
    Webhooks webhooks;

    @Autowired
    SettableClock clock;

    @Autowired
    Jdbc jdbc;

    @Autowired
    Ids ids;

    @Autowired
    TransactionTemplate transaction;

    MerchantId shop = new MerchantId(1);
    long webhook;

    @BeforeEach
    void register() {
        shop = new MerchantId(ids.next());
        webhook = in(() -> webhooks.register(URL, Set.of(WebhookEvent.BILL_SETTLED)))
                .webhook()
                .id();
    }

    @Test
    void tellsWhatWasAskedForAndNothingElse() {
        settled(1);
        in(() -> transaction.execute(status -> {
            webhooks.queue(WebhookEvent.LEVEL_CHANGED, new Facts().number("step", 2));
            return true;
        }));

        assertThat(in(() -> webhooks.claim(10))).singleElement().satisfies(message -> {
            assertThat(message.url()).isEqualTo(URL);
            assertThat(message.secret()).hasSize(43);
            assertThat(message.facts().values()).containsEntry("paidFen", 1L);
            assertThat(message.attempt()).isEqualTo(1);
        });
    }

    @Test
    void whatWasRolledBackIsNotTold() {
        in(() -> transaction.execute(status -> {
            webhooks.queue(WebhookEvent.BILL_SETTLED, new Facts());
            status.setRollbackOnly();
            return true;
        }));

        assertThat(in(() -> webhooks.claim(10))).isEmpty();
        assertThatThrownBy(() -> in(() -> {
                    webhooks.queue(WebhookEvent.BILL_SETTLED, new Facts());
                    return true;
                }))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void noTwoSendersGetTheSame() {
        IntStream.range(0, 60).forEach(this::settled);

        var claimed =
                IntStream.range(0, 20)
                        .mapToObj(n -> jdbc.call(shop, () -> webhooks.claim(5)).toFuture())
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .flatMap(List::stream)
                        .map(WebhookMessage::id)
                        .toList();

        assertThat(claimed).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void isTriedLaterAndLaterAndThenGivenUp() {
        settled(1);
        int attempts = 0;
        for (var waits = 0; waits < 6 * 24 * 2; waits++) {
            for (var message : in(() -> webhooks.claim(10))) {
                attempts++;
                in(() -> {
                    webhooks.failed(message, "503");
                    return true;
                });
            }
            clock.advance(Duration.ofMinutes(10));
        }

        assertThat(attempts).isEqualTo(8);
        assertThat(delivery().nextAt()).isNull();
        assertThat(delivery().outcome()).isEqualTo("503");
    }

    @Test
    void aSenderThatDiedIsReplaced() {
        settled(1);
        var first = in(() -> webhooks.claim(10)).get(0);

        assertThat(in(() -> webhooks.claim(10))).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        var second = in(() -> webhooks.claim(10)).get(0);

        assertThat(second.id()).isEqualTo(first.id());
        in(() -> {
            webhooks.delivered(second, "200");
            webhooks.failed(first, "timeout");
            return true;
        });
        assertThat(delivery().outcome()).isEqualTo("200");
        assertThat(delivery().nextAt()).isNull();
    }

    @Test
    void isSentOnceMoreWhenAskedFor() {
        settled(1);
        var since = clock.instant();
        settled(2);
        for (var message : in(() -> webhooks.claim(10))) {
            in(() -> {
                webhooks.delivered(message, "200");
                return true;
            });
        }

        assertThat(in(() -> webhooks.replaySince(webhook, since))).isEqualTo(1);

        assertThat(in(() -> webhooks.claim(10)))
                .singleElement()
                .extracting(message -> message.facts().values().get("paidFen"))
                .isEqualTo(2L);
        assertThatThrownBy(() -> in(() -> {
                    webhooks.replay(webhook, 1);
                    return true;
                }))
                .hasMessage("webhook.unknown");
    }

    @Test
    void aRemovedAddressGetsNothingMore() {
        settled(1);
        in(() -> {
            webhooks.remove(webhook);
            return true;
        });

        assertThat(in(() -> webhooks.claim(10))).isEmpty();
        assertThat(in(webhooks::all)).isEmpty();
    }

    private void settled(int fen) {
        in(() -> transaction.execute(status -> {
            webhooks.queue(WebhookEvent.BILL_SETTLED, new Facts().number("paidFen", fen));
            return true;
        }));
    }

    private Delivery delivery() {
        return in(() -> webhooks.deliveries(webhook, Long.MAX_VALUE, 10))
                .items()
                .get(0);
    }

    private <T> T in(Supplier<T> work) {
        return jdbc.within(shop, work);
    }
}

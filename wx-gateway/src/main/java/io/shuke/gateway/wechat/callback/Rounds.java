package io.shuke.gateway.wechat.callback;

import io.shuke.member.ground.Busy;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Walks the inboxes and works them off, one round at a time on each node: at once when something came in here, each
 * second for what came in elsewhere or failed before.
 */
@Component
class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int MOST = 50;

    private final Jdbc jdbc;
    private final Inbox inbox;
    private final InboxMapper mapper;
    private final Merchants merchants;
    private final Clock clock;
    /** How often somebody woke us since the last round that found nothing; a round runs while it is not zero. */
    private final AtomicInteger wakes = new AtomicInteger();

    Rounds(Jdbc jdbc, Inbox inbox, InboxMapper mapper, Merchants merchants, Clock clock) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.mapper = mapper;
        this.merchants = merchants;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    void wake() {
        if (wakes.getAndIncrement() == 0) {
            round();
        }
    }

    @Scheduled(cron = "0 17 * * * *")
    void forget() {
        jdbc.callForAll(merchants::all)
                .flatMapIterable(all -> all)
                .map(Merchant::id)
                .concatMap(merchant -> jdbc.call(merchant, () -> {
                    inbox.forget();
                    return true;
                }))
                .subscribe(done -> {}, Rounds::notNow);
    }

    private void round() {
        var seen = wakes.get();
        jdbc.callForAll(this::workOff)
                .subscribe(
                        more -> {
                            if (more || !wakes.compareAndSet(seen, 0)) {
                                round();
                            }
                        },
                        failure -> {
                            wakes.set(0);
                            notNow(failure);
                        });
    }

    /** A portion of each merchant's messages, so that a busy shop does not hold up the others. */
    private boolean workOff() {
        var more = false;
        for (var id : mapper.merchantsWithWork(clock.instant())) {
            var merchant = new MerchantId(id);
            try {
                more |= jdbc.within(merchant, () -> inbox.workOff(MOST)) == MOST;
            } catch (Busy away) {
                throw away;
            } catch (RuntimeException oneIsBad) {
                jdbc.within(merchant, () -> inbox.due(MOST)).forEach(each -> workOffOne(merchant, each));
                more = true;
            }
        }
        return more;
    }

    private void workOffOne(MerchantId merchant, long id) {
        try {
            jdbc.within(merchant, () -> {
                inbox.workOffOne(id);
                return true;
            });
        } catch (Busy away) {
            throw away;
        } catch (RuntimeException why) {
            jdbc.within(merchant, () -> {
                inbox.failed(id, why);
                return true;
            });
        }
    }

    private static void notNow(Throwable failure) {
        if (!(failure instanceof Busy)) {
            LOG.error("the inbox was not worked off: {}", failure.toString());
        }
    }
}

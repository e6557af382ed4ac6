package io.shuke.gateway.coupon;

import io.shuke.marketing.coupon.CouponBatches;
import io.shuke.member.ground.Busy;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Works off what the merchants give to many; on every node, and each node takes what no other is at. */
@Component
class CouponBatchRounds {

    private static final Logger LOG = LoggerFactory.getLogger(CouponBatchRounds.class);

    private final Jdbc jdbc;
    private final Merchants merchants;
    private final CouponBatches batches;
    private final AtomicBoolean working = new AtomicBoolean();

    CouponBatchRounds(Jdbc jdbc, Merchants merchants, CouponBatches batches) {
        this.jdbc = jdbc;
        this.merchants = merchants;
        this.batches = batches;
    }

    /** One thread of the gate at a time: whoever stands at the till goes first. */
    @Scheduled(fixedDelay = 1_000)
    void work() {
        if (working.compareAndSet(false, true)) {
            jdbc.callForAll(merchants::all)
                    .flatMapIterable(all -> all)
                    .map(Merchant::id)
                    .concatMap(this::workOff)
                    .doFinally(any -> working.set(false))
                    .subscribe(done -> {}, failure -> {
                        if (!(failure instanceof Busy)) {
                            LOG.error("coupons were not given to many: {}", failure.toString());
                        }
                    });
        }
    }

    private Flux<Boolean> workOff(MerchantId merchant) {
        return jdbc.call(merchant, batches::due).flatMapIterable(due -> due).concatMap(batch -> Mono.defer(
                        () -> jdbc.call(merchant, () -> batches.advance(batch)))
                .repeat()
                .takeWhile(more -> more));
    }
}

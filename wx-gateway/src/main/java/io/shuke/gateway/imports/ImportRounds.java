package io.shuke.gateway.imports;

import io.shuke.member.ground.Busy;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.imports.Imports;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings in, takes back and forgets what the merchants asked for; on every node, and each takes what no other is at. */
@Component
class ImportRounds {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRounds.class);

    private final Jdbc jdbc;
    private final Merchants merchants;
    private final Imports imports;
    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicBoolean tidying = new AtomicBoolean();

    ImportRounds(Jdbc jdbc, Merchants merchants, Imports imports) {
        this.jdbc = jdbc;
        this.merchants = merchants;
        this.imports = imports;
    }

    /** One thread of the gate at a time: whoever stands at the till goes first. */
    @Scheduled(fixedDelay = 1_000)
    void work() {
        forEveryShop(working, this::workOff);
    }

    @Scheduled(fixedDelay = 60_000)
    void tidy() {
        forEveryShop(tidying, merchant -> jdbc.call(merchant, () -> {
                    imports.tidy();
                    return true;
                })
                .flux());
    }

    private void forEveryShop(AtomicBoolean busy, Function<MerchantId, Flux<Boolean>> round) {
        if (busy.compareAndSet(false, true)) {
            jdbc.callForAll(merchants::all)
                    .flatMapIterable(all -> all)
                    .map(Merchant::id)
                    .concatMap(round)
                    .doFinally(any -> busy.set(false))
                    .subscribe(done -> {}, failure -> {
                        if (!(failure instanceof Busy)) {
                            LOG.error("old members were not brought in: {}", failure.toString());
                        }
                    });
        }
    }

    private Flux<Boolean> workOff(MerchantId merchant) {
        return jdbc.call(merchant, imports::due).flatMapIterable(due -> due).concatMap(batch -> Mono.defer(
                        () -> jdbc.call(merchant, () -> imports.advance(batch)))
                .repeat()
                .takeWhile(more -> more));
    }
}

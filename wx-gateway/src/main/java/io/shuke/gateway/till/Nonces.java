package io.shuke.gateway.till;

import io.shuke.member.ground.Busy;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.Lane;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A signed request is good once. That is a unique key in the database and nothing else, so it holds over restarts and
 * whatever becomes of Redis; tills that call in the same moment share a commit.
 */
@Component
class Nonces {

    /** Longer than the window on both sides of the clock: a timestamp may lie five minutes ahead. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Nonces.class);
    private static final int WAITING = 2_000;
    private static final int MANY = 5_000;

    record Nonce(long key, String nonce) {}

    private final NonceMapper mapper;
    private final Merchants merchants;
    private final Jdbc jdbc;
    private final Clock clock;
    private final Lane<Nonce, Boolean> lane;

    Nonces(NonceMapper mapper, Merchants merchants, Jdbc jdbc, Clock clock) {
        this.mapper = mapper;
        this.merchants = merchants;
        this.jdbc = jdbc;
        this.clock = clock;
        this.lane = new Lane<>(jdbc, WAITING, this::write);
    }

    /** @throws SignatureRefusal {@code till.nonce-used} */
    Mono<Void> use(MerchantId merchant, Nonce nonce) {
        return lane.call(merchant, nonce)
                .onErrorMap(DuplicateKeyException.class, seen -> SignatureRefusal.replayed())
                .then();
    }

    /** One statement, so all or none; the lane repeats those of a failed one each by itself. */
    private List<Boolean> write(List<Nonce> nonces) {
        mapper.insert(nonces, clock.instant());
        return Collections.nCopies(nonces.size(), true);
    }

    @Scheduled(cron = "0 */10 * * * *")
    void forget() {
        jdbc.callForAll(merchants::all)
                .flatMapIterable(all -> all)
                .map(Merchant::id)
                .concatMap(merchant ->
                        jdbc.call(merchant, this::forgetOld).repeat().takeUntil(more -> !more))
                .subscribe(done -> {}, failure -> {
                    if (!(failure instanceof Busy)) {
                        LOG.error("old nonces were not forgotten: {}", failure.toString());
                    }
                });
    }

    private boolean forgetOld() {
        return mapper.forget(clock.instant().minus(KEPT), MANY) == MANY;
    }
}

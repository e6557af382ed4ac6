package io.shuke.gateway.door;

import io.shuke.member.ground.Busy;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets the answers that nobody will ask for again. */
@Component
class FirstAnswerUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAnswerUpkeep.class);

    private final Jdbc jdbc;
    private final Merchants merchants;
    private final FirstAnswers answers;

    FirstAnswerUpkeep(Jdbc jdbc, Merchants merchants, FirstAnswers answers) {
        this.jdbc = jdbc;
        this.merchants = merchants;
        this.answers = answers;
    }

    @Scheduled(cron = "0 41 * * * *")
    void forget() {
        jdbc.callForAll(merchants::all)
                .flatMapIterable(all -> all)
                .map(Merchant::id)
                .concatMap(merchant ->
                        jdbc.call(merchant, answers::forgetOld).repeat().takeUntil(more -> !more))
                .subscribe(done -> {}, failure -> {
                    if (!(failure instanceof Busy)) {
                        LOG.error("old answers were not forgotten: {}", failure.toString());
                    }
                });
    }
}

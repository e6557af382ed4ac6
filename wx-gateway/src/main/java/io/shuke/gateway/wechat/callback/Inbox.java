package io.shuke.gateway.wechat.callback;

import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The messages of one merchant, kept once each however often they arrive, until they have been worked off. */
@Service
class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int MOST_ATTEMPTS = 8;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    /** Longer than WeChat repeats anything (24 hours). */
    private static final Duration REMEMBERED = Duration.ofDays(3);

    private final InboxMapper mapper;
    private final FieldCipher cipher;
    private final FactHandler handler;
    private final Ids ids;
    private final Clock clock;

    Inbox(InboxMapper mapper, FieldCipher cipher, FactHandler handler, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.cipher = cipher;
        this.handler = handler;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    void keep(List<Envelope> envelopes) {
        insert(envelopes.stream()
                .map(envelope -> InboxRow.of(ids.next(), envelope, cipher))
                .toList());
    }

    /** In portions of 1, 2, 4 … rows: a handful of statements to prepare and to rewrite instead of one for each size. */
    @Transactional
    void insert(List<InboxRow> rows) {
        for (int at = 0; at < rows.size(); ) {
            var portion = Integer.highestOneBit(rows.size() - at);
            mapper.insert(rows.subList(at, at + portion));
            at += portion;
        }
    }

    /** Works off what is due, at most so many, all or none; answers how many there were. */
    @Transactional
    int workOff(int most) {
        var now = clock.instant();
        var claimed = mapper.claim(now, most);
        claimed.forEach(this::handle);
        if (!claimed.isEmpty()) {
            mapper.processed(claimed.stream().map(InboxMapper.WaitingRow::id).toList(), now);
        }
        return claimed.size();
    }

    List<Long> due(int most) {
        return mapper.due(clock.instant(), most);
    }

    @Transactional
    void workOffOne(long id) {
        var now = clock.instant();
        var row = mapper.claimOne(id, now);
        if (row != null) {
            handle(row);
            mapper.processed(List.of(id), now);
        }
    }

    /** The next attempt comes later and later; a message that never succeeds is put aside for a human. */
    @Transactional
    void failed(long id, RuntimeException why) {
        var now = clock.instant();
        var row = mapper.claimOne(id, now);
        if (row == null) {
            return;
        }
        var attempts = row.attempts() + 1;
        if (attempts < MOST_ATTEMPTS) {
            mapper.postpone(id, attempts, now.plus(pause(attempts)));
        } else {
            mapper.park(id, attempts, now);
            LOG.error(
                    "inbox message {} of {} is parked after {} attempts: {}", id, row.account(), attempts, trace(why));
        }
    }

    @Transactional
    void forget() {
        mapper.forgetProcessed(clock.instant().minus(REMEMBERED));
    }

    private void handle(InboxMapper.WaitingRow row) {
        var text = cipher.open(row.body(), InboxRow.place(row.id()));
        FactReader.read(row.account(), text).forEach(handler::handle);
    }

    private static Duration pause(int attempts) {
        var pause = Duration.ofSeconds(1L << attempts);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Where it happened, not what was said there: texts of exceptions may quote personal data. */
    private static String trace(RuntimeException why) {
        var at = why.getStackTrace();
        return why.getClass().getName() + (at.length == 0 ? "" : " at " + at[0]);
    }
}

package io.shuke.marketing.push;

import io.shuke.member.ground.Ids;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes notices to single members, in the transaction in which something happens; they go the same road as a push. */
@Service
class Postbox {

    private final PushMapper mapper;
    private final RecipientPen pen;
    private final Freezing freezing;
    private final Ids ids;
    private final Clock clock;

    Postbox(PushMapper mapper, RecipientPen pen, Freezing freezing, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.pen = pen;
        this.freezing = freezing;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asked for again with the same reference, it is the same notice, told once. */
    @Transactional(propagation = Propagation.MANDATORY)
    void post(NewNotice asked) {
        if (mapper.byReference(asked.reference()) != null) {
            return;
        }
        var row = row(asked);
        try {
            mapper.insert(row);
        } catch (DuplicateKeyException toldMeanwhile) {
            return;
        }
        for (int leg = 0; leg < asked.messages().size(); leg++) {
            mapper.insertLeg(LegText.row(row.id(), leg, asked.messages().get(leg)));
        }
        pen.list(List.of(new RecipientPen.Listed(
                row.id(), asked.member().value(), RecipientState.PENDING, 0, null, row.nextAt())));
    }

    private PushMapper.PushRow row(NewNotice asked) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new PushMapper.PushRow(
                ids.next(),
                "NOTICE",
                asked.reference(),
                asked.title(),
                asked.topic().name(),
                PushState.RUNNING.name(),
                false,
                null,
                null,
                0,
                true,
                0,
                asked.patient() ? freezing.awake(now) : now,
                null,
                "system",
                now,
                null);
    }
}

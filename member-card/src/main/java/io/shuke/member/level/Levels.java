package io.shuke.member.level;

import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MembersChanged;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.purchase.Summaries;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The merchant's ladder, and where the members stand on it. A till takes the member's standing first, decides by it, and
 * then tells what was bought or went back: {@link #hold}, {@link #bought}, {@link #takenBack}, all in its own transaction.
 */
@Service
public class Levels {

    /** @param number 0 for the usual ladder, which nobody has written */
    public record Version(int number, Ladder ladder) {}

    private final Ladders ladders;
    private final StandingBook book;
    private final Rehearsal rehearsal;
    private final Summaries summaries;
    private final Merchants merchants;
    private final Clock clock;
    private final ApplicationEventPublisher facts;

    Levels(
            Ladders ladders,
            StandingBook book,
            Rehearsal rehearsal,
            Summaries summaries,
            Merchants merchants,
            Clock clock,
            ApplicationEventPublisher facts) {
        this.ladders = ladders;
        this.book = book;
        this.rehearsal = rehearsal;
        this.summaries = summaries;
        this.merchants = merchants;
        this.clock = clock;
        this.facts = facts;
    }

    public Ladder ladder() {
        return ladders.current();
    }

    /** The ladder as the database has it, for whoever is about to change it. */
    public Version newest() {
        return ladders.newest();
    }

    /**
     * Puts a new version into force, whatever the one before was. Nobody moves by it at once: up with the next purchase,
     * down by judgement.
     */
    @Transactional
    public Version change(Ladder ladder) {
        return ladders.write(ladder, newest().number() + 1);
    }

    /**
     * The same for somebody who has looked at a version.
     *
     * @throws LevelRefusal {@code level.ladder-changed} when another is in force by now
     */
    @Transactional
    public Version change(Ladder ladder, int seen) {
        if (newest().number() != seen) {
            throw LevelRefusal.ladderChanged();
        }
        return ladders.write(ladder, seen + 1);
    }

    /** What the ladder would make of the members as they are; nothing changes. */
    public Trial tryOut(Ladder ladder) {
        return rehearsal.of(ladder, today());
    }

    public Progress progress(MemberId member) {
        var ladder = ladders.current();
        var standing = ladder.top() == 1 ? Standing.first(member, today()) : book.read(member, today());
        return Progress.of(standing, ladder, today());
    }

    /** The steps on which these members stand, for those who stand above the first. */
    public Map<MemberId, Integer> raised(Collection<MemberId> members) {
        return ladders.current().top() == 1 ? Map.of() : book.raised(members);
    }

    /** Takes the member's standing for the transaction in hand, so that what is decided by it stays true. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Standing hold(MemberId member) {
        return book.hold(member, today());
    }

    /** Counts what the member did, and raises him at once when that is enough. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Standing bought(Standing held, Deed deed) {
        return move(held, held.after(deed, ladders.current(), today()));
    }

    /** Uncounts what went back, and takes back a rise that it had paid for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Standing takenBack(Standing held, Deed deed) {
        return move(held, held.afterTakingBack(deed, ladders.current(), today()));
    }

    /**
     * Puts a member where another system had him; never down. He did not rise, so nothing is celebrated and no points are
     * doubled, but he is protected like one who did.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void place(MemberId member, int step) {
        var ladder = ladders.current();
        var to = Math.min(step, ladder.top());
        if (to <= 1) {
            return;
        }
        var held = hold(member);
        if (to > held.step()) {
            book.write(held.placed(to, ladder, today()));
            summaries.rank(member, to);
            facts.publishEvent(new MembersChanged(Set.of(member)));
        }
    }

    private Standing move(Standing before, Standing after) {
        book.write(after);
        facts.publishEvent(new MembersChanged(Set.of(after.member())));
        if (after.step() != before.step()) {
            var ladder = ladders.current();
            var from = ladder.rung(before.step()).level();
            var to = ladder.rung(after.step()).level();
            summaries.rank(after.member(), after.step());
            facts.publishEvent(
                    after.step() > before.step()
                            ? new LevelRaised(after.member(), from, to, after.boostedUntil())
                            : new LevelLowered(after.member(), from, to));
        }
        return after;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(merchants.current().zone()));
    }
}

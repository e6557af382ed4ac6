package io.shuke.member.membership;

import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.Ids;
import io.shuke.member.membership.MergeMapper.MergeRow;
import io.shuke.member.membership.MergeMapper.Moved;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Two members who are one person become one. The older one is kept, with his number; the other's identities, dates and
 * consents change over, and what the kept one lacks in his profile is filled. What the absorbed one said of himself stays
 * with him, sealed, so that the merge can be undone.
 *
 * <p>It happens silently when somebody shows identities of both, or verifies a phone that the other has, with two
 * exceptions. When both have a verified phone the numbers differ, so there may be two people behind one account (a couple,
 * a family's telephone): they stay apart, the visitor is the member of the identity through which he came, and a person in
 * the shop decides. And a pair whose merge somebody has undone is not merged again behind his back.
 */
@Component
class Merging {

    static final Comparator<MemberRow> BY_AGE =
            Comparator.comparing(MemberRow::joinedAt).thenComparing(MemberRow::id);

    private final MemberMapper members;
    private final Moves moves;
    private final Profiles profiles;
    private final MergeMapper merges;
    private final SearchIndex search;
    private final FieldCipher cipher;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Merging(
            MemberMapper members,
            Moves moves,
            Profiles profiles,
            MergeMapper merges,
            SearchIndex search,
            FieldCipher cipher,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.members = members;
        this.moves = moves;
        this.profiles = profiles;
        this.merges = merges;
        this.search = search;
        this.cipher = cipher;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    boolean mayBeSilent(Collection<MemberRow> persons) {
        if (persons.stream().filter(person -> person.phoneId() != null).count() > 1) {
            return false;
        }
        return persons.stream()
                .flatMap(person -> merges.of(person.id()).stream())
                .noneMatch(past ->
                        past.undoneAt() != null && isAmong(past.kept(), persons) && isAmong(past.absorbed(), persons));
    }

    /** All of them are held by this transaction and may be merged; returns the one who is left. */
    long unite(Collection<MemberRow> persons) {
        var byAge = persons.stream().sorted(BY_AGE).toList();
        var kept = byAge.get(0).id();
        for (var younger : byAge.subList(1, byAge.size())) {
            absorb(kept, younger.id());
        }
        return kept;
    }

    Merge absorb(long keptId, long absorbedId) {
        var kept = read(keptId);
        var absorbed = read(absorbedId);
        var keptKey = kept.key(cipher);
        var absorbedKey = absorbed.key(cipher);
        var gaps = kept.personal(keptKey).gaps(absorbed.personal(absorbedKey));
        var merge = new MergeRow(
                ids.next(),
                keptId,
                absorbedId,
                absorbed.number(),
                String.join(",", gaps),
                clock.instant(),
                null,
                null,
                null);
        merges.insert(merge);
        moves.over(merge.id(), new Moves.Side(absorbedId, absorbedKey), new Moves.Side(keptId, keptKey));
        profiles.store(keptId, kept.personal(keptKey).filledFrom(absorbed.personal(absorbedKey)), keptKey);
        if (kept.phoneId() == null) {
            members.setPhone(keptId, absorbed.phoneId());
        }
        members.setState(absorbedId, MemberState.ABSORBED, keptId);
        search.keep(keptId);
        search.keep(absorbedId);
        events.publishEvent(new MergedMembers(merge.id(), new MemberId(keptId), new MemberId(absorbedId)));
        return merge.toDomain();
    }

    /** Both are held by this transaction. */
    void undo(MergeRow merge) {
        var kept = read(merge.kept());
        var absorbed = read(merge.absorbed());
        if (!kept.present()
                || !Objects.equals(absorbed.absorbedBy(), merge.kept())
                || merges.undo(merge.id(), clock.instant()) == 0) {
            throw MembershipRefusal.mergeFinal();
        }
        var keptKey = kept.key(cipher);
        var absorbedKey = absorbed.key(cipher);
        var own = kept.personal(keptKey).without(merge.filledFields(), absorbed.personal(absorbedKey));
        moves.back(merge.id(), new Moves.Side(merge.kept(), keptKey), new Moves.Side(merge.absorbed(), absorbedKey));
        profiles.store(merge.kept(), own, keptKey);
        if (kept.phoneId() != null && merges.moves(merge.id(), Moved.IDENTITY).contains(kept.phoneId())) {
            members.setPhone(merge.kept(), null);
        }
        members.setState(merge.absorbed(), MemberState.ACTIVE, null);
        search.keep(merge.kept());
        search.keep(merge.absorbed());
        events.publishEvent(new MergeUndone(merge.id(), new MemberId(merge.kept()), new MemberId(merge.absorbed())));
    }

    List<String> gaps(MemberRow kept, MemberRow absorbed) {
        return kept.personal(kept.key(cipher)).gaps(absorbed.personal(absorbed.key(cipher)));
    }

    private MemberRow read(long id) {
        return Objects.requireNonNull(members.one(id));
    }

    private static boolean isAmong(long id, Collection<MemberRow> persons) {
        return persons.stream().anyMatch(person -> person.id() == id);
    }
}

package io.shuke.member.membership;

import io.shuke.member.ground.FieldCipher;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Merging by hand: look first, then do it, and take it back when it was wrong. */
@Service
public class Merges {

    private final MemberMapper members;
    private final IdentityMapper identities;
    private final MergeMapper merges;
    private final Merging merging;
    private final FieldCipher cipher;

    Merges(MemberMapper members, IdentityMapper identities, MergeMapper merges, Merging merging, FieldCipher cipher) {
        this.members = members;
        this.identities = identities;
        this.merges = merges;
        this.merging = merging;
        this.cipher = cipher;
    }

    public MergePreview preview(MemberId one, MemberId other) {
        var byAge = byAge(one, other);
        var kept = byAge.get(0);
        var absorbed = byAge.get(1);
        return new MergePreview(
                kept.toDomain(cipher),
                absorbed.toDomain(cipher),
                identities.of(absorbed.id()).size(),
                merging.gaps(kept, absorbed),
                merging.mayBeSilent(byAge));
    }

    /**
     * What a person decided; also where it would not happen silently. The kept member's phone stays the one shown. Asked for
     * again, it is the merge of the first time.
     *
     * @param actor who decided, such as {@code staff:7}
     */
    @Transactional
    public Merge merge(MemberId one, MemberId other, String actor) {
        members.lock(Stream.of(one.value(), other.value()).sorted().toList());
        var done = standing(one, other);
        if (done.isPresent()) {
            return done.get();
        }
        var byAge = byAge(one, other);
        var merge = merging.absorb(byAge.get(0).id(), byAge.get(1).id());
        merges.decidedBy(merge.id(), actor);
        return known(merge.id()).toDomain();
    }

    private Optional<Merge> standing(MemberId one, MemberId other) {
        return merges.of(one.value()).stream()
                .filter(past -> past.undoneAt() == null)
                .filter(past -> past.kept() == one.value() && past.absorbed() == other.value()
                        || past.kept() == other.value() && past.absorbed() == one.value())
                .map(MergeMapper.MergeRow::toDomain)
                .findFirst();
    }

    private MergeMapper.MergeRow known(long id) {
        var merge = merges.one(id);
        if (merge == null) {
            throw MembershipRefusal.unknownMerge();
        }
        return merge;
    }

    public Merge merge(long id) {
        return known(id).toDomain();
    }

    /** @param actor who took it back */
    @Transactional
    public Merge undo(long id, String actor) {
        var merge = known(id);
        members.lock(Stream.of(merge.kept(), merge.absorbed()).sorted().toList());
        merging.undo(merge);
        merges.undoneBy(id, actor);
        return known(id).toDomain();
    }

    /** Those in which a member took part, oldest first. */
    public List<Merge> of(MemberId member) {
        return merges.of(member.value()).stream()
                .map(MergeMapper.MergeRow::toDomain)
                .toList();
    }

    private List<MemberRow> byAge(MemberId one, MemberId other) {
        var both = Stream.of(one, other)
                .distinct()
                .map(id -> members.one(id.value()))
                .toList();
        if (both.size() < 2) {
            throw MembershipRefusal.notMergeable();
        }
        for (var row : both) {
            if (row == null) {
                throw MembershipRefusal.unknownMember();
            }
            if (row.state() != MemberState.ACTIVE) {
                throw MembershipRefusal.notMergeable();
            }
        }
        return both.stream().sorted(Merging.BY_AGE).toList();
    }
}

package io.shuke.member.tag;

import io.shuke.member.ground.Clause;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.membership.MemberId;
import io.shuke.member.tag.TagMapper.CountRow;
import io.shuke.member.tag.TagMapper.HeldRow;
import io.shuke.member.tag.TagMapper.TagRow;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the staff know of members in a word, stuck on by hand or by a rule. */
@Service
public class Tags {

    private static final int MOST = 200;
    private static final int MOST_ON_ONE = 30;
    /** A chain of merges is followed so far; no shop merges the same tag more often. */
    private static final int LONGEST_CHAIN = 20;

    private final TagMapper mapper;
    private final Ids ids;
    private final Clock clock;

    Tags(TagMapper mapper, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.ids = ids;
        this.clock = clock;
    }

    /** In the order they were made. */
    public List<Tag> all() {
        return mapper.all().stream().map(TagRow::toDomain).toList();
    }

    /** How many members have it, of those that anybody has. */
    public Map<TagId, Long> counts() {
        return mapper.counts().stream().collect(Collectors.toMap(row -> new TagId(row.tagId()), CountRow::many));
    }

    public Optional<Tag> find(TagId id) {
        return Optional.ofNullable(mapper.one(id.value())).map(TagRow::toDomain);
    }

    @Transactional
    public Tag create(String name, String note, String actor) {
        if (mapper.all().size() >= MOST) {
            throw TagRefusal.tooMany(MOST);
        }
        var tag = new Tag(new TagId(ids.next()), name.strip(), note.strip(), actor, clock.instant());
        try {
            mapper.insert(new TagRow(tag.id().value(), tag.name(), tag.note(), actor, tag.madeAt()));
        } catch (DuplicateKeyException taken) {
            throw TagRefusal.nameTaken();
        }
        return tag;
    }

    @Transactional
    public Tag change(TagId id, String name, String note) {
        var before = held(id);
        var tag = new Tag(id, name.strip(), note.strip(), before.madeBy(), before.madeAt());
        try {
            mapper.change(id.value(), tag.name(), tag.note());
        } catch (DuplicateKeyException taken) {
            throw TagRefusal.nameTaken();
        }
        return tag;
    }

    /** Whoever had the one has the other; what asked for the one asks for the other from now on. */
    @Transactional
    public void merge(TagId from, TagId into) {
        if (from.equals(into)) {
            throw TagRefusal.intoItself();
        }
        // In ascending order, so that two merges the other way round do not wait for each other.
        held(from.value() < into.value() ? from : into);
        held(from.value() < into.value() ? into : from);
        mapper.copy(from.value(), into.value());
        mapper.takeFromAll(from.value());
        mapper.retire(from.value(), into.value());
    }

    @Transactional
    public void remove(TagId id) {
        held(id);
        mapper.takeFromAll(id.value());
        mapper.retire(id.value(), null);
    }

    private Tag held(TagId id) {
        var row = mapper.lock(id.value());
        if (row == null) {
            throw TagRefusal.unknown();
        }
        return row.toDomain();
    }

    /** By hand. A tag that a rule has given stays from now on, whatever the rule says. */
    @Transactional
    public void give(TagId tag, MemberId member, String note, String actor) {
        Tag.checkNote(note.strip());
        held(tag);
        if (mapper.others(member.value(), tag.value()) >= MOST_ON_ONE) {
            throw TagRefusal.tooManyOnOne(MOST_ON_ONE);
        }
        mapper.give(tag.value(), List.of(member.value()), false, actor, clock.instant());
        mapper.note(member.value(), tag.value(), note.strip());
    }

    /** By hand to many, who keep the notes they have. */
    @Transactional
    public void give(TagId tag, List<MemberId> members, String actor) {
        held(tag);
        if (!members.isEmpty()) {
            mapper.give(tag.value(), values(members), false, actor, clock.instant());
        }
    }

    @Transactional
    public void take(TagId tag, MemberId member) {
        mapper.take(member.value(), tag.value());
    }

    /**
     * By a rule: of the members whose ids lie between, exactly these have the tag, besides those who have it by hand.
     *
     * @param after not itself; {@code last} is
     */
    @Transactional
    public void follow(TagId tag, long after, long last, List<MemberId> members) {
        if (mapper.lock(tag.value()) == null) {
            return;
        }
        mapper.takeFromOthers(tag.value(), after, last, values(members));
        if (!members.isEmpty()) {
            mapper.give(tag.value(), values(members), true, "rule", clock.instant());
        }
    }

    public List<HeldTag> of(MemberId member) {
        return mapper.of(member.value()).stream().map(HeldRow::toDomain).toList();
    }

    /** What whoever serves the member should know. */
    public List<String> words(MemberId member) {
        return of(member).stream().map(HeldTag::words).toList();
    }

    /** Which tag is meant today by one that may have become one with another. */
    public TagId today(TagId id) {
        var tag = id.value();
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            var into = mapper.mergedInto(tag);
            if (into == null) {
                break;
            }
            tag = into;
        }
        return new TagId(tag);
    }

    /** Has it; of one that is gone nobody is left. */
    public Clause tagged(TagId id) {
        return Clause.of(
                "s.member_id IN (SELECT t.member_id FROM member_tag t WHERE t.merchant_id = ? AND t.tag_id = ?)",
                MerchantScope.current().value(),
                today(id).value());
    }

    private static List<Long> values(List<MemberId> members) {
        return members.stream().map(MemberId::value).toList();
    }
}

package io.shuke.marketing.audience;

import io.shuke.member.ground.Clause;
import io.shuke.member.ground.Ids;
import io.shuke.member.membership.DaysOfTheYear;
import io.shuke.member.membership.MemberId;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.purchase.Everybody;
import io.shuke.member.tag.Tags;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom the merchant means: counted and listed by a condition, and kept under a name. */
@Service
public class Segments {

    private static final int MOST = 200;
    private static final int LONGEST_NAME = 20;

    private final SegmentMapper mapper;
    private final Everybody everybody;
    private final Tags tags;
    private final DaysOfTheYear days;
    private final Names names;
    private final Merchants merchants;
    private final Ids ids;
    private final Clock clock;

    Segments(
            SegmentMapper mapper,
            Everybody everybody,
            Tags tags,
            DaysOfTheYear days,
            Names names,
            Merchants merchants,
            Ids ids,
            Clock clock) {
        this.mapper = mapper;
        this.everybody = everybody;
        this.tags = tags;
        this.days = days;
        this.names = names;
        this.merchants = merchants;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws AudienceRefusal {@code audience.too-slow} when it cannot be told soon enough */
    public long count(Condition condition) {
        return soon(() -> everybody.count(clause(condition, clock.instant())));
    }

    /** The same with what kind of customers they are. */
    public Everybody.Crowd crowd(Condition condition) {
        return soon(() -> everybody.crowd(clause(condition, clock.instant())));
    }

    private static <T> T soon(Supplier<T> question) {
        try {
            return question.get();
        } catch (QueryTimeoutException late) {
            throw AudienceRefusal.tooSlow();
        }
    }

    /**
     * Who is in it, by ascending id. For all pages to be of one audience, ask with the same moment.
     *
     * @param after the last of the page before, null to begin with
     * @param size at most 5 000
     */
    public List<MemberId> page(Condition condition, Instant asOf, @Nullable MemberId after, int size) {
        return everybody.page(clause(condition, asOf), after == null ? 0 : after.value(), size);
    }

    /** The same for a saved one, in the version in force. */
    public List<MemberId> membersOf(SegmentId id, Instant asOf, @Nullable MemberId after, int size) {
        return page(segment(id).condition(), asOf, after, size);
    }

    private Clause clause(Condition condition, Instant now) {
        return condition.as(new Gathering(now, merchants.current().zone(), tags, days));
    }

    /** 最近 30 天没来、买过豆浆的金卡会员. */
    public String words(Condition condition) {
        return ConditionWords.of(condition, names.now());
    }

    /** The newest first. */
    public List<Segment> all() {
        return mapper.all().stream().map(SegmentMapper.SegmentRow::toDomain).toList();
    }

    public Optional<Segment> find(SegmentId id) {
        return Optional.ofNullable(mapper.one(id.value())).map(SegmentMapper.SegmentRow::toDomain);
    }

    /** @throws AudienceRefusal when there is none */
    public Segment segment(SegmentId id) {
        return find(id).orElseThrow(AudienceRefusal::unknownSegment);
    }

    /** As it was, also of one that has been removed since. */
    public Segment segment(SegmentId id, int version) {
        return Optional.ofNullable(mapper.past(id.value(), version))
                .map(SegmentMapper.SegmentRow::toDomain)
                .orElseThrow(AudienceRefusal::unknownSegment);
    }

    @Transactional
    public Segment save(String name, Condition condition, String actor) {
        if (mapper.count() >= MOST) {
            throw AudienceRefusal.tooMany(MOST);
        }
        var segment = new Segment(new SegmentId(ids.next()), 1, named(name), condition, actor, clock.instant());
        try {
            mapper.insert(segment.id().value(), segment.name());
        } catch (DuplicateKeyException taken) {
            throw AudienceRefusal.nameTaken();
        }
        keep(segment);
        return segment;
    }

    /** @param version the one that was looked at */
    @Transactional
    public Segment change(SegmentId id, int version, String name, Condition condition, String actor) {
        var segment = new Segment(id, version + 1, named(name), condition, actor, clock.instant());
        try {
            if (mapper.change(id.value(), version, segment.name()) == 0) {
                segment(id);
                throw AudienceRefusal.changedMeanwhile();
            }
        } catch (DuplicateKeyException taken) {
            throw AudienceRefusal.nameTaken();
        }
        keep(segment);
        return segment;
    }

    @Transactional
    public void remove(SegmentId id) {
        if (mapper.remove(id.value()) == 0) {
            throw AudienceRefusal.unknownSegment();
        }
    }

    private void keep(Segment segment) {
        mapper.insertVersion(new SegmentMapper.SegmentRow(
                segment.id().value(),
                segment.version(),
                segment.name(),
                Conditions.GRAMMAR,
                Conditions.stored(segment.condition()),
                segment.madeBy(),
                segment.madeAt()));
    }

    private static String named(String name) {
        var said = name.strip();
        if (said.isEmpty()
                || said.codePointCount(0, said.length()) > LONGEST_NAME
                || said.chars().anyMatch(Character::isISOControl)) {
            throw AudienceRefusal.badName();
        }
        return said;
    }
}

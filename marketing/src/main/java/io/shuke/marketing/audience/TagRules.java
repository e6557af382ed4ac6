package io.shuke.marketing.audience;

import io.shuke.member.membership.MemberId;
import io.shuke.member.tag.TagId;
import io.shuke.member.tag.Tags;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tags that a segment sticks on: whoever is in it has the tag, whoever no longer is loses it. Those given by hand stay. */
@Service
public class TagRules {

    private final TagRuleMapper mapper;
    private final Segments segments;
    private final Tags tags;
    private final Clock clock;

    TagRules(TagRuleMapper mapper, Segments segments, Tags tags, Clock clock) {
        this.mapper = mapper;
        this.segments = segments;
        this.tags = tags;
        this.clock = clock;
    }

    /** By tag. */
    public Map<TagId, SegmentId> all() {
        return mapper.all().stream()
                .collect(Collectors.toMap(row -> new TagId(row.tagId()), row -> new SegmentId(row.segmentId())));
    }

    /** Holds from the next night on; {@link #run} makes it so at once. */
    @Transactional
    public void set(TagId tag, SegmentId segment, String actor) {
        segments.segment(segment);
        mapper.set(tag.value(), segment.value(), actor);
    }

    /** No longer by a rule: whom it gave the tag to loses it. */
    @Transactional
    public void drop(TagId tag) {
        mapper.drop(tag.value());
        tags.follow(tag, 0, Long.MAX_VALUE, List.of());
    }

    /**
     * All rules, so many members at a time.
     *
     * @return how many have a tag by them
     */
    public int run(int atATime) {
        int done = 0;
        for (var rule : all().entrySet()) {
            done += run(rule.getKey(), rule.getValue(), atATime);
        }
        return done;
    }

    private int run(TagId tag, SegmentId id, int atATime) {
        var segment = segments.find(id);
        if (segment.isEmpty()) {
            return 0;
        }
        var now = clock.instant();
        int done = 0;
        long after = 0;
        boolean more = true;
        while (more) {
            var page = page(segment.get(), now, after, atATime);
            more = page.size() == atATime;
            long last = more ? page.get(page.size() - 1).value() : Long.MAX_VALUE;
            tags.follow(tag, after, last, page);
            after = last;
            done += page.size();
        }
        return done;
    }

    private List<MemberId> page(Segment segment, Instant now, long after, int size) {
        return segments.page(segment.condition(), now, after == 0 ? null : new MemberId(after), size);
    }

    /** Sticks a tag on everybody who is in a segment now, by hand and for good. */
    public int giveAll(TagId tag, Condition condition, String actor, int atATime) {
        var now = clock.instant();
        int done = 0;
        MemberId after = null;
        List<MemberId> page;
        do {
            page = segments.page(condition, now, after, atATime);
            tags.give(tag, page, actor);
            done += page.size();
            after = page.isEmpty() ? after : page.get(page.size() - 1);
        } while (page.size() == atATime);
        return done;
    }
}

package io.shuke.console.audience;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.audience.Condition;
import io.shuke.marketing.audience.ConditionTree;
import io.shuke.marketing.audience.Conditions;
import io.shuke.marketing.audience.ReadyMade;
import io.shuke.marketing.audience.Segment;
import io.shuke.marketing.audience.SegmentId;
import io.shuke.marketing.audience.Segments;
import io.shuke.marketing.audience.TagRules;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.tag.TagId;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Segments: made, counted while they are being made, kept, and acted upon. */
@RestController
class SegmentDesk {

    private static final int MEMBERS_AT_A_TIME = 1_000;

    /** @param condition a tree of {@code kind}s; what it may hold is told by {@link Conditions} */
    record CountWish(@Nullable Map<String, Object> condition) {}

    /** @param words the condition as one would say it */
    record CountBody(long members, long fresh, long declining, long asleep, String words) {}

    /** @param version of the segment that was looked at; only to change one */
    record SegmentWish(
            @Nullable String name,
            @Nullable Map<String, Object> condition,
            @Nullable Integer version) {}

    record SegmentBody(
            String id, int version, String name, Map<String, Object> condition, String words, OffsetDateTime madeAt) {}

    record ReadyMadeBody(String key, String name, Map<String, Object> condition, String words) {}

    record SegmentsBody(List<SegmentBody> items, List<ReadyMadeBody> readyMade) {}

    record TagWish(@Nullable String tagId) {}

    record TaggedBody(int members) {}

    private final Segments segments;
    private final TagRules rules;
    private final Merchants merchants;
    private final Jdbc jdbc;

    SegmentDesk(Segments segments, TagRules rules, Merchants merchants, Jdbc jdbc) {
        this.segments = segments;
        this.rules = rules;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    private SegmentBody body(Segment segment, ZoneId zone) {
        return new SegmentBody(
                segment.id().toString(),
                segment.version(),
                segment.name(),
                ConditionTree.of(segment.condition()),
                segments.words(segment.condition()),
                segment.madeAt().atZone(zone).toOffsetDateTime());
    }

    @GetMapping("/console/api/segments")
    Mono<SegmentsBody> all(ConsoleUser user) {
        return jdbc.call(user.merchant(), () -> {
            var zone = merchants.current().zone();
            return new SegmentsBody(
                    segments.all().stream().map(segment -> body(segment, zone)).toList(),
                    Arrays.stream(ReadyMade.values()).map(this::body).toList());
        });
    }

    private ReadyMadeBody body(ReadyMade ready) {
        var condition = ready.condition();
        return new ReadyMadeBody(ready.name(), ready.title(), ConditionTree.of(condition), segments.words(condition));
    }

    @GetMapping("/console/api/segments/{id}")
    Mono<SegmentBody> one(ConsoleUser user, @PathVariable long id) {
        var segment = id(id);
        return jdbc.call(
                user.merchant(),
                () -> body(segments.segment(segment), merchants.current().zone()));
    }

    /** Asked with every change on the screen; it answers within seconds or says that it cannot. */
    @PostMapping("/console/api/segments/count")
    Mono<CountBody> count(ConsoleUser user, @RequestBody CountWish wish) {
        var condition = Conditions.read(wish.condition());
        return jdbc.call(user.merchant(), () -> {
            var crowd = segments.crowd(condition);
            return new CountBody(
                    crowd.members(), crowd.fresh(), crowd.declining(), crowd.asleep(), segments.words(condition));
        });
    }

    @PostMapping("/console/api/segments")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<SegmentBody> save(ConsoleUser user, @RequestBody SegmentWish wish) {
        var condition = Conditions.read(wish.condition());
        var name = named(wish);
        return jdbc.call(
                user.merchant(),
                () -> body(
                        segments.save(name, condition, actor(user)),
                        merchants.current().zone()));
    }

    @PutMapping("/console/api/segments/{id}")
    Mono<SegmentBody> change(ConsoleUser user, @PathVariable long id, @RequestBody SegmentWish wish) {
        var segment = id(id);
        Condition condition = Conditions.read(wish.condition());
        var name = named(wish);
        var version = wish.version();
        if (version == null) {
            throw new ServerWebInputException("version");
        }
        return jdbc.call(
                user.merchant(),
                () -> body(
                        segments.change(segment, version, name, condition, actor(user)),
                        merchants.current().zone()));
    }

    @DeleteMapping("/console/api/segments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(ConsoleUser user, @PathVariable long id) {
        var segment = id(id);
        return jdbc.call(user.merchant(), () -> {
                    segments.remove(segment);
                    return true;
                })
                .then();
    }

    /** Sticks a tag on everybody who is in it now; doing it again changes nothing. */
    @PostMapping("/console/api/segments/{id}/tags")
    Mono<TaggedBody> tagAll(ConsoleUser user, @PathVariable long id, @RequestBody TagWish wish) {
        var segment = id(id);
        var tag = tag(wish.tagId());
        return jdbc.call(
                user.merchant(),
                () -> new TaggedBody(
                        rules.giveAll(tag, segments.segment(segment).condition(), actor(user), MEMBERS_AT_A_TIME)));
    }

    private static TagId tag(@Nullable String id) {
        try {
            return new TagId(Long.parseLong(id == null ? "" : id));
        } catch (IllegalArgumentException none) {
            throw new ServerWebInputException("tagId");
        }
    }

    private static SegmentId id(long id) {
        if (id <= 0) {
            throw new ServerWebInputException("id");
        }
        return new SegmentId(id);
    }

    private static String named(SegmentWish wish) {
        var name = wish.name();
        if (name == null) {
            throw new ServerWebInputException("name");
        }
        return name;
    }

    private static String actor(ConsoleUser user) {
        return "staff:" + user.staff();
    }
}

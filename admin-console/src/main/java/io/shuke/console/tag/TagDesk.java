package io.shuke.console.tag;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.audience.SegmentId;
import io.shuke.marketing.audience.TagRules;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.tag.Tag;
import io.shuke.member.tag.TagId;
import io.shuke.member.tag.Tags;
import java.util.List;
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

/** The shop's tags, and which of them a segment sticks on. */
@RestController
class TagDesk {

    private static final int MEMBERS_AT_A_TIME = 1_000;

    /** @param note shown at the till with every member who has it */
    record TagWish(@Nullable String name, @Nullable String note) {}

    /** @param segmentId null when it is stuck on by hand only */
    record TagBody(
            String id,
            String name,
            String note,
            long members,
            @Nullable String segmentId) {}

    record TagsBody(List<TagBody> items) {}

    record MergeWish(@Nullable String into) {}

    /** @param segmentId null for by hand only: whoever has it by the rule loses it */
    record RuleWish(@Nullable String segmentId) {}

    private final Tags tags;
    private final TagRules rules;
    private final Jdbc jdbc;

    TagDesk(Tags tags, TagRules rules, Jdbc jdbc) {
        this.tags = tags;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    private TagsBody everything() {
        var counts = tags.counts();
        var ruled = rules.all();
        return new TagsBody(tags.all().stream()
                .map(tag -> {
                    var segment = ruled.get(tag.id());
                    return body(tag, counts.getOrDefault(tag.id(), 0L), segment);
                })
                .toList());
    }

    private static TagBody body(Tag tag, long members, @Nullable SegmentId segment) {
        return new TagBody(
                tag.id().toString(), tag.name(), tag.note(), members, segment == null ? null : segment.toString());
    }

    @GetMapping("/console/api/tags")
    Mono<TagsBody> all(ConsoleUser user) {
        return jdbc.call(user.merchant(), this::everything);
    }

    @PostMapping("/console/api/tags")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<TagBody> create(ConsoleUser user, @RequestBody TagWish wish) {
        var name = named(wish);
        return jdbc.call(user.merchant(), () -> body(tags.create(name, noted(wish), actor(user)), 0, null));
    }

    @PutMapping("/console/api/tags/{id}")
    Mono<TagsBody> change(ConsoleUser user, @PathVariable long id, @RequestBody TagWish wish) {
        var tag = id(id);
        var name = named(wish);
        return jdbc.call(user.merchant(), () -> {
            tags.change(tag, name, noted(wish));
            return everything();
        });
    }

    @DeleteMapping("/console/api/tags/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(ConsoleUser user, @PathVariable long id) {
        var tag = id(id);
        return jdbc.call(user.merchant(), () -> {
                    tags.remove(tag);
                    rules.drop(tag);
                    return true;
                })
                .then();
    }

    /** Whoever has this one has the other from now on, and this one is gone. */
    @PostMapping("/console/api/tags/{id}/merge")
    Mono<TagsBody> merge(ConsoleUser user, @PathVariable long id, @RequestBody MergeWish wish) {
        var from = id(id);
        var into = new TagId(number(wish.into(), "into"));
        return jdbc.call(user.merchant(), () -> {
            tags.merge(from, into);
            rules.drop(from);
            return everything();
        });
    }

    @PutMapping("/console/api/tags/{id}/rule")
    Mono<TagsBody> rule(ConsoleUser user, @PathVariable long id, @RequestBody RuleWish wish) {
        var tag = id(id);
        var segment = wish.segmentId() == null ? null : new SegmentId(number(wish.segmentId(), "segmentId"));
        return jdbc.call(user.merchant(), () -> {
            if (segment == null) {
                rules.drop(tag);
            } else {
                rules.set(tag, segment, actor(user));
                rules.run(MEMBERS_AT_A_TIME);
            }
            return everything();
        });
    }

    private static String named(TagWish wish) {
        var name = wish.name();
        if (name == null) {
            throw new ServerWebInputException("name");
        }
        return name;
    }

    private static String noted(TagWish wish) {
        var note = wish.note();
        return note == null ? "" : note;
    }

    static TagId id(long id) {
        if (id <= 0) {
            throw new ServerWebInputException("id");
        }
        return new TagId(id);
    }

    private static long number(@Nullable String id, String field) {
        try {
            var number = Long.parseLong(id == null ? "" : id);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw new ServerWebInputException(field);
        }
        throw new ServerWebInputException(field);
    }

    private static String actor(ConsoleUser user) {
        return "staff:" + user.staff();
    }
}

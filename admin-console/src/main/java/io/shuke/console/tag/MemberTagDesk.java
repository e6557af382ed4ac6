package io.shuke.console.tag;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.tag.HeldTag;
import io.shuke.member.tag.TagId;
import io.shuke.member.tag.Tags;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** A member's tags, with what is worth knowing of this one. */
@RestController
class MemberTagDesk {

    /** @param note of this member; empty for the tag's own */
    record NoteWish(@Nullable String note) {}

    record HeldTagBody(
            String id, String name, String note, String words, boolean byRule, String by, OffsetDateTime at) {

        static HeldTagBody of(HeldTag held, ZoneId zone) {
            return new HeldTagBody(
                    held.tag().id().toString(),
                    held.tag().name(),
                    held.note(),
                    held.words(),
                    held.byRule(),
                    held.by(),
                    held.at().atZone(zone).toOffsetDateTime());
        }
    }

    record HeldTagsBody(List<HeldTagBody> items) {}

    private final Tags tags;
    private final Members members;
    private final Merchants merchants;
    private final Jdbc jdbc;

    MemberTagDesk(Tags tags, Members members, Merchants merchants, Jdbc jdbc) {
        this.tags = tags;
        this.members = members;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    private HeldTagsBody of(MemberId member) {
        var zone = merchants.current().zone();
        return new HeldTagsBody(
                tags.of(member).stream().map(held -> HeldTagBody.of(held, zone)).toList());
    }

    @GetMapping("/console/api/members/{id}/tags")
    Mono<HeldTagsBody> all(ConsoleUser user, @PathVariable long id) {
        var asked = member(id);
        return jdbc.call(user.merchant(), () -> of(members.member(asked).id()));
    }

    @PutMapping("/console/api/members/{id}/tags/{tag}")
    Mono<HeldTagsBody> give(
            ConsoleUser user, @PathVariable long id, @PathVariable long tag, @RequestBody NoteWish wish) {
        var asked = member(id);
        TagId given = TagDesk.id(tag);
        var note = wish.note();
        return jdbc.call(user.merchant(), () -> {
            var member = members.member(asked).id();
            tags.give(given, member, note == null ? "" : note, "staff:" + user.staff());
            return of(member);
        });
    }

    @DeleteMapping("/console/api/members/{id}/tags/{tag}")
    Mono<HeldTagsBody> take(ConsoleUser user, @PathVariable long id, @PathVariable long tag) {
        var asked = member(id);
        TagId taken = TagDesk.id(tag);
        return jdbc.call(user.merchant(), () -> {
            var member = members.member(asked).id();
            tags.take(taken, member);
            return of(member);
        });
    }

    private static MemberId member(long id) {
        if (id <= 0) {
            throw new ServerWebInputException("id");
        }
        return new MemberId(id);
    }
}

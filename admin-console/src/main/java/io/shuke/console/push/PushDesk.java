package io.shuke.console.push;

import io.shuke.console.push.ProgressBody.ReasonBody;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.audience.SegmentId;
import io.shuke.marketing.push.Audience;
import io.shuke.marketing.push.NewPush;
import io.shuke.marketing.push.Push;
import io.shuke.marketing.push.Pushes;
import io.shuke.marketing.push.Topic;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.MemberId;
import io.shuke.member.merchant.Merchants;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Telling many: people, message, preview, send. */
@RestController
class PushDesk {

    private static final int PAGE = 20;

    /** @param members by id; without these and without a segment it is everybody */
    record PushWishBody(
            @Nullable String title,
            @Nullable Topic topic,
            @Nullable List<MessageBody> messages,
            @Nullable String segmentId,
            @Nullable List<@Nullable String> members,
            @Nullable String offerId,
            @Nullable Integer holdOut) {}

    /** @param at by the shop's clock; left out it is at once */
    record StartBody(@Nullable LocalDateTime at) {}

    record ReachBody(long people, long reached, List<ReasonBody> ways, List<ReasonBody> reasons, boolean more) {}

    record MessageDraftBody(
            @Nullable MessageBody message, @Nullable String memberId) {}

    record PushesBody(List<PushBody> items, @Nullable String next) {}

    private final Pushes pushes;
    private final Merchants merchants;
    private final Jdbc jdbc;

    PushDesk(Pushes pushes, Merchants merchants, Jdbc jdbc) {
        this.pushes = pushes;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/pushes")
    Mono<PushesBody> page(ConsoleUser user, @RequestParam(required = false) @Nullable String cursor) {
        return jdbc.call(user.merchant(), () -> pushes.page(cursor, PAGE))
                .map(page ->
                        new PushesBody(page.items().stream().map(PushBody::of).toList(), page.next()));
    }

    /** A draft: nothing goes out before it is started. */
    @PostMapping("/console/api/pushes")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PushBody> create(ConsoleUser user, @RequestBody PushWishBody wish) {
        return jdbc.call(user.merchant(), () -> PushBody.of(pushes.create(read(user, wish))));
    }

    @GetMapping("/console/api/pushes/{id}")
    Mono<PushBody> one(ConsoleUser user, @PathVariable long id) {
        return changed(user, id, pushes::push);
    }

    @PostMapping("/console/api/pushes/reach")
    Mono<ReachBody> reach(ConsoleUser user, @RequestBody PushWishBody wish) {
        return jdbc.call(user.merchant(), () -> {
            var reach = pushes.reach(read(user, wish));
            return new ReachBody(
                    reach.people(),
                    reach.byWay().values().stream().mapToLong(Long::longValue).sum(),
                    ProgressBody.ways(reach.byWay()),
                    ProgressBody.reasons(reach.reasons()),
                    reach.more());
        });
    }

    /** As that member would see it; refused when the provider would not take it. */
    @PostMapping("/console/api/pushes/preview")
    Mono<MessageBody> preview(ConsoleUser user, @RequestBody MessageDraftBody asked) {
        var message = asked.message();
        if (message == null || asked.memberId() == null) {
            throw new ServerWebInputException("a message and a member");
        }
        var member = new MemberId(id(asked.memberId()));
        return jdbc.call(user.merchant(), () -> MessageBody.of(pushes.preview(message.read(), member)));
    }

    @PostMapping("/console/api/pushes/{id}/start")
    Mono<PushBody> start(ConsoleUser user, @PathVariable long id, @RequestBody StartBody wish) {
        return changed(user, id, push -> {
            var at = wish.at();
            return pushes.start(
                    push,
                    at == null ? null : at.atZone(merchants.current().zone()).toInstant());
        });
    }

    @PostMapping("/console/api/pushes/{id}/pause")
    Mono<PushBody> pause(ConsoleUser user, @PathVariable long id) {
        return changed(user, id, pushes::pause);
    }

    @PostMapping("/console/api/pushes/{id}/resume")
    Mono<PushBody> resume(ConsoleUser user, @PathVariable long id) {
        return changed(user, id, pushes::resume);
    }

    @PostMapping("/console/api/pushes/{id}/stop")
    Mono<PushBody> stop(ConsoleUser user, @PathVariable long id) {
        return changed(user, id, pushes::stop);
    }

    private Mono<PushBody> changed(ConsoleUser user, long id, LongFunction<Push> change) {
        return jdbc.call(user.merchant(), () -> PushBody.of(change.apply(id)));
    }

    private static NewPush read(ConsoleUser user, PushWishBody wish) {
        if (wish.topic() == null || wish.messages() == null) {
            throw new ServerWebInputException("a topic and messages");
        }
        return new NewPush(
                wish.title() == null ? "" : wish.title(),
                wish.topic(),
                wish.messages().stream().map(MessageBody::read).toList(),
                audience(wish),
                wish.offerId() == null ? null : id(wish.offerId()),
                wish.holdOut(),
                "staff:" + user.staff().value());
    }

    private static Audience audience(PushWishBody wish) {
        if (wish.segmentId() != null) {
            return new Audience.Chosen(new SegmentId(id(wish.segmentId())));
        }
        return wish.members() == null
                ? new Audience.Everybody()
                : new Audience.Named(wish.members().stream()
                        .map(one -> new MemberId(id(one)))
                        .toList());
    }

    private static long id(@Nullable String text) {
        return Ids.read(text).orElseThrow(() -> new ServerWebInputException("an id"));
    }
}

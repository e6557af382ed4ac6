package io.shuke.console.push;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.push.ReceivedMessage;
import io.shuke.marketing.push.ReceivedMessages;
import io.shuke.marketing.push.RecipientState;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** What the shop has written to one member. */
@RestController
class ReceivedDesk {

    private static final int PAGE = 20;

    /** @param reason in words, why nothing came of it */
    record ReceivedMessageBody(
            String pushId,
            String title,
            String topic,
            String way,
            RecipientState state,
            @Nullable String reason,
            OffsetDateTime at,
            boolean delivered,
            boolean opened) {

        static ReceivedMessageBody of(ReceivedMessage message, ZoneId zone) {
            var reason = message.reason();
            Instant at = message.sentAt() == null ? message.madeAt() : message.sentAt();
            return new ReceivedMessageBody(
                    Long.toString(message.push()),
                    message.title(),
                    message.topic().label(),
                    message.way().label(),
                    message.state(),
                    reason == null ? null : reason.label(),
                    at.atZone(zone).toOffsetDateTime(),
                    message.deliveredAt() != null,
                    message.openedAt() != null);
        }
    }

    record ReceivedMessagesBody(
            List<ReceivedMessageBody> items, @Nullable String next) {}

    private final ReceivedMessages messages;
    private final Members members;
    private final Merchants merchants;
    private final Jdbc jdbc;

    ReceivedDesk(ReceivedMessages messages, Members members, Merchants merchants, Jdbc jdbc) {
        this.messages = messages;
        this.members = members;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/members/{id}/messages")
    Mono<ReceivedMessagesBody> page(
            ConsoleUser user, @PathVariable long id, @RequestParam(required = false) @Nullable String cursor) {
        if (id <= 0) {
            throw new ServerWebInputException("id");
        }
        return jdbc.call(user.merchant(), () -> {
            var zone = merchants.current().zone();
            var page = messages.of(members.member(new MemberId(id)).id(), cursor, PAGE);
            return new ReceivedMessagesBody(
                    page.items().stream()
                            .map(message -> ReceivedMessageBody.of(message, zone))
                            .toList(),
                    page.next());
        });
    }
}

package io.shuke.console.push;

import io.shuke.marketing.push.Push;
import io.shuke.marketing.push.PushState;
import io.shuke.marketing.push.Topic;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param words what it is doing */
record PushBody(
        String id,
        String title,
        Topic topic,
        PushState state,
        String words,
        List<MessageBody> messages,
        boolean everybody,
        @Nullable String segmentId,
        @Nullable String offerId,
        int holdOut,
        Instant nextAt,
        @Nullable String why,
        Instant madeAt,
        @Nullable Instant endedAt) {

    static PushBody of(Push push) {
        return new PushBody(
                Long.toString(push.id()),
                push.title(),
                push.topic(),
                push.state(),
                push.state().label(),
                push.messages().stream().map(MessageBody::of).toList(),
                push.everybody(),
                push.segment() == null ? null : push.segment().toString(),
                push.offer() == null ? null : Long.toString(push.offer()),
                push.holdOut(),
                push.nextAt(),
                push.why(),
                push.madeAt(),
                push.endedAt());
    }
}

package io.shuke.marketing.push;

import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Slice;
import io.shuke.member.membership.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the shop has written to one member, and what became of it. */
@Service
public class ReceivedMessages {

    private static final int LARGEST_PAGE = 100;

    private final ReceivedMapper mapper;

    ReceivedMessages(ReceivedMapper mapper) {
        this.mapper = mapper;
    }

    /** The newest first, also what was not sent, with the reason. */
    public Slice<ReceivedMessage> of(MemberId member, @Nullable String cursor, int size) {
        var limit = Math.max(1, Math.min(size, LARGEST_PAGE));
        var before = cursor == null ? Long.MAX_VALUE : Ids.read(cursor).orElseThrow(PushRefusal::badCursor);
        var rows = mapper.of(member.value(), before, limit + 1).stream()
                .map(ReceivedMapper.ReceivedRow::toDomain)
                .toList();
        return Slice.of(rows, limit, ReceivedMessage::push);
    }
}

package io.shuke.marketing.push;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface ReceivedMapper {

    record ReceivedRow(
            long pushId,
            String title,
            String topic,
            String way,
            String state,
            @Nullable String reason,
            Instant madeAt,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant openedAt) {

        ReceivedMessage toDomain() {
            return new ReceivedMessage(
                    pushId,
                    title,
                    Topic.valueOf(topic),
                    Way.valueOf(way),
                    RecipientState.valueOf(state),
                    reason == null ? null : Skip.valueOf(reason),
                    madeAt,
                    sentAt,
                    deliveredAt,
                    openedAt);
        }
    }

    /** Newest first, for ids grow with time. */
    @Select("SELECT r.push_id, p.title, p.topic, l.way, r.state, r.reason, p.made_at, r.sent_at, r.delivered_at,"
            + " r.opened_at FROM push_recipient r JOIN push p ON p.id = r.push_id"
            + " JOIN push_leg l ON l.push_id = r.push_id AND l.leg = r.leg"
            + " WHERE r.member_id = #{member} AND r.push_id < #{before} ORDER BY r.push_id DESC LIMIT #{limit}")
    List<ReceivedRow> of(long member, long before, int limit);
}

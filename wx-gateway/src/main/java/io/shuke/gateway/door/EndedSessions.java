package io.shuke.gateway.door;

import io.shuke.member.ground.Busy;
import io.shuke.member.ground.Jdbc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which sessions ended before their time, by leaving or by a merge of two members. Asked at every request, so it is kept in
 * memory and brought up to date from the database every second: an ended session is dead on every node within two.
 */
@Component
class EndedSessions {

    private final SessionMapper mapper;
    private final Jdbc jdbc;
    private final Clock clock;
    private final Map<Long, Instant> sessions = new ConcurrentHashMap<>();
    private final Map<Long, Instant> members = new ConcurrentHashMap<>();
    private volatile long newest;

    EndedSessions(SessionMapper mapper, Jdbc jdbc, Clock clock) {
        this.mapper = mapper;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean has(long session, long member, Instant openedAt) {
        if (sessions.containsKey(session)) {
            return true;
        }
        var ended = members.get(member);
        return ended != null && !openedAt.isAfter(ended);
    }

    /** Asks a second time for the last few ids: a neighbour's smaller id may have been committed after a larger one. */
    @Scheduled(fixedDelay = 1000)
    void readNew() {
        try {
            var since = clock.instant().minus(Sessions.LIFETIME).minus(Duration.ofDays(1));
            for (var ended : jdbc.forAll(() -> mapper.endedAfter(Math.max(0, newest - 100), since))) {
                remember(ended);
            }
        } catch (Busy away) {
            // The next second asks again; sessions known to have ended stay ended.
        }
    }

    void remember(SessionMapper.EndedRow ended) {
        if (ended.sessionId() != null) {
            sessions.put(ended.sessionId(), ended.endedAt());
        }
        if (ended.memberId() != null) {
            members.merge(ended.memberId(), ended.endedAt(), (one, other) -> one.isAfter(other) ? one : other);
        }
        newest = Math.max(newest, ended.id());
    }
}

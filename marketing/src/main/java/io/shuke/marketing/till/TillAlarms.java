package io.shuke.marketing.till;

import io.shuke.member.ground.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the owner should know about his keys. Raised apart from the bill, of which nothing is left. */
@Service
public class TillAlarms {

    private static final Duration SHOWN = Duration.ofDays(30);

    private final AlarmMapper mapper;
    private final Ids ids;
    private final Clock clock;

    TillAlarms(AlarmMapper mapper, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.ids = ids;
        this.clock = clock;
    }

    /** Once an hour for each key and cap. */
    @Transactional
    public void raise(TillKeyId key, TillRefusal.Cap cap) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        mapper.insert(ids.next(), key.value(), cap.name(), now.truncatedTo(ChronoUnit.HOURS), now);
    }

    /** Newest first. */
    public List<TillAlarm> recent() {
        return mapper.since(clock.instant().minus(SHOWN)).stream()
                .map(row ->
                        new TillAlarm(new TillKeyId(row.keyId()), TillRefusal.Cap.valueOf(row.cap()), row.raisedAt()))
                .toList();
    }

    @Mapper
    interface AlarmMapper {

        record AlarmRow(long keyId, String cap, Instant raisedAt) {}

        @Insert("INSERT IGNORE INTO till_alarm (id, key_id, cap, hour_at, raised_at)"
                + " VALUES (#{id}, #{key}, #{cap}, #{hour}, #{at})")
        void insert(long id, long key, String cap, Instant hour, Instant at);

        @Select("SELECT key_id, cap, raised_at FROM till_alarm WHERE raised_at >= #{since} ORDER BY id DESC LIMIT 200")
        List<AlarmRow> since(Instant since);
    }
}

package io.shuke.marketing.checkin;

import static java.util.Objects.requireNonNull;

import io.shuke.member.ground.Ids;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.membership.MemberId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes check-ins and what they bring. A whole batch is one statement on the wire (the driver joins the rows), which a
 * mapper could not do as cheaply; hence the merchant is written by hand here and nowhere else in this feature.
 */
@Component
class CheckInBook {

    private static final String INSERT =
            "INSERT INTO check_in (merchant_id, member_id, on_day, streak, made_up, points,"
                    + " points_after, checked_in_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String GRANT =
            "INSERT INTO reward_grant (merchant_id, id, member_id, rule, on_day, kind, text,"
                    + " points, granted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate database;
    private final CheckInMapper mapper;
    private final Ids ids;
    private final ApplicationEventPublisher facts;

    CheckInBook(JdbcTemplate database, CheckInMapper mapper, Ids ids, ApplicationEventPublisher facts) {
        this.database = database;
        this.mapper = mapper;
        this.ids = ids;
        this.facts = facts;
    }

    void write(List<Tap> taps, RewardPlan plan, Map<Long, CheckIn> checkIns, Instant at) {
        var merchant = MerchantScope.current().value();
        database.batchUpdate(INSERT, taps, taps.size(), (row, tap) -> {
            row.setLong(1, merchant);
            row.setLong(2, tap.member().value());
            row.setObject(3, tap.streak().last());
            row.setInt(4, tap.streak().length());
            row.setBoolean(5, false);
            row.setLong(6, plan.pointsADay());
            row.setLong(7, requireNonNull(checkIns.get(tap.member().value())).points());
            row.setTimestamp(8, Timestamp.from(at));
        });
        grant(taps.stream().flatMap(tap -> tap.grants(ids, at)).toList());
    }

    void writeMakeUp(MemberId member, Streak streak, long pointsAfter, Instant at) {
        mapper.insert(new CheckInRow(member.value(), streak.last(), streak.length(), true, 0, pointsAfter, at));
    }

    private void grant(List<GrantRow> grants) {
        var merchant = MerchantScope.current().value();
        database.batchUpdate(GRANT, grants, Math.max(1, grants.size()), (row, grant) -> {
            row.setLong(1, merchant);
            row.setLong(2, grant.id());
            row.setLong(3, grant.memberId());
            row.setString(4, grant.rule());
            row.setObject(5, grant.onDay());
            row.setString(6, grant.kind());
            row.setString(7, grant.text());
            row.setInt(8, grant.points());
            row.setTimestamp(9, Timestamp.from(grant.grantedAt()));
        });
        if (!grants.isEmpty()) {
            var granted = grants.stream().map(GrantRow::toFact).toList();
            granted.forEach(facts::publishEvent);
            facts.publishEvent(new RewardsGranted(granted));
        }
    }
}

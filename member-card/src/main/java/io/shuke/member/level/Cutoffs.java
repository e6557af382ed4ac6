package io.shuke.member.level;

import io.shuke.member.ground.MerchantScope;
import io.shuke.member.purchase.Summaries;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Keeps a level to its share of all members: what its last place asked for at the judgement is what it takes from then on.
 * So nobody is counted at the counter, and whoever is better than that rises at once.
 */
@Repository
class Cutoffs {

    private final LadderMapper mapper;
    private final Ladders ladders;
    private final Summaries summaries;
    private final JdbcTemplate database;

    Cutoffs(LadderMapper mapper, Ladders ladders, Summaries summaries, JdbcTemplate database) {
        this.mapper = mapper;
        this.ladders = ladders;
        this.summaries = summaries;
        this.database = database;
    }

    void renew(Ladder ladder, int month) {
        mapper.forgetCutoffs();
        for (var rung : ladder.rungs()) {
            if (rung.sharePercent() > 0 && rung.sharePercent() < 100) {
                var places = summaries.members() * rung.sharePercent() / 100;
                mapper.insertCutoff(rung.step(), firstBeyond(ladder, month, places) + 1);
            }
        }
        ladders.forget();
    }

    /** What the best of those has who no longer find a place; of equals either all find one, or none. */
    private long firstBeyond(Ladder ladder, int month, long places) {
        var sum = new WindowSql(ladder).sum(month);
        var found = database.queryForList(
                "SELECT " + sum
                        + " AS value FROM member_level WHERE merchant_id = ? ORDER BY value DESC LIMIT 1 OFFSET ?",
                Long.class,
                MerchantScope.current().value(),
                places);
        return found.isEmpty() ? -1 : found.get(0);
    }
}

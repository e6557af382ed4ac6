package io.shuke.member.report;

import java.time.LocalDate;
import java.util.List;

/**
 * A feature that has something to tell of a stretch of days; a bean of this type is all that it adds. It is asked at night for
 * days, weeks and months, again for a week, since bills come late, and by day for the day that is still going on: so what it
 * asks of the database is bound by what happened in those days, not by how large the shop is.
 */
public interface Facts {

    List<Fact> of(Stretch stretch);

    /** How it stands at the end of that day, such as what is owed; asked once a night, so it may look at everything. */
    default List<Fact> standing(LocalDate day) {
        return List.of();
    }

    /** Whether a day that is still going on can be told of while somebody waits. */
    default boolean isQuick() {
        return true;
    }
}

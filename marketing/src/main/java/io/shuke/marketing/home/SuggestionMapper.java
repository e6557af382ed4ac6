package io.shuke.marketing.home;

import io.shuke.member.membership.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface SuggestionMapper {

    record SuggestionRow(
            String matter,
            long many,
            String examples,
            Instant countedAt,
            @Nullable String deed,
            @Nullable Long members,
            @Nullable Long subject,
            @Nullable Long offerId,
            @Nullable String actor,
            @Nullable Instant doneAt) {

        Suggestion toDomain() {
            return new Suggestion(
                    Matter.valueOf(matter),
                    many,
                    Stream.of(examples.split(","))
                            .filter(id -> !id.isEmpty())
                            .map(id -> new MemberId(Long.parseLong(id)))
                            .toList(),
                    countedAt,
                    done());
        }

        private Suggestion.@Nullable Done done() {
            return deed == null || actor == null || doneAt == null
                    ? null
                    : new Suggestion.Done(
                            Deed.valueOf(deed), members == null ? 0 : members, subject, offerId, actor, doneAt);
        }
    }

    @Select("SELECT matter, many, examples, counted_at, deed, members, subject, offer_id, actor, done_at"
            + " FROM suggestion WHERE on_day = #{day}")
    List<SuggestionRow> of(LocalDate day);

    /** What was done stays as it was when it was done. */
    @Insert("INSERT INTO suggestion (on_day, matter, many, examples, counted_at)"
            + " VALUES (#{day}, #{matter}, #{many}, #{examples}, #{at})"
            + " ON DUPLICATE KEY UPDATE many = IF(deed IS NULL, VALUES(many), many),"
            + " examples = IF(deed IS NULL, VALUES(examples), examples),"
            + " counted_at = IF(deed IS NULL, VALUES(counted_at), counted_at)")
    void count(LocalDate day, String matter, long many, String examples, Instant at);

    /** Takes the row: who comes second waits, and finds it done. */
    @Update("UPDATE suggestion SET deed = #{deed}, members = 0, actor = #{actor}, done_at = #{at}"
            + " WHERE on_day = #{day} AND matter = #{matter} AND deed IS NULL")
    int take(LocalDate day, String matter, String deed, String actor, Instant at);

    @Update("UPDATE suggestion SET members = #{members}, subject = #{subject}, offer_id = #{offer}"
            + " WHERE on_day = #{day} AND matter = #{matter}")
    void tell(LocalDate day, String matter, long members, @Nullable Long subject, @Nullable Long offer);

    @Delete("DELETE FROM suggestion WHERE on_day < #{day}")
    void forget(LocalDate day);
}

package io.shuke.gateway.membership;

import io.shuke.member.membership.ImportantDate;
import io.shuke.member.membership.Member;
import io.shuke.member.membership.Occasion;
import io.shuke.member.membership.YearDay;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A member as he sees himself; the phone number masked, for the page may be shown to others. */
record MeBody(
        String id,
        String number,
        String nickname,
        @Nullable String phone,
        @Nullable LocalDate birthday,
        Map<String, String> profile,
        List<DateBody> dates,
        OffsetDateTime joinedAt) {

    static MeBody of(Member member, List<ImportantDate> dates, ZoneId zone) {
        return new MeBody(
                member.id().toString(),
                member.number(),
                member.nickname(),
                member.phoneMasked(),
                member.birthday(),
                member.profile(),
                dates.stream().map(DateBody::of).toList(),
                member.joinedAt().atZone(zone).toOffsetDateTime());
    }

    @Override
    public String toString() {
        return "MeBody[" + id + "]";
    }

    /** @param occasion an anniversary when nothing is said */
    record DateBody(
            @Nullable Occasion occasion,
            @Nullable String label,
            @Nullable Integer month,
            @Nullable Integer day,
            @Nullable Boolean lunar,
            @Nullable Boolean leapMonth,
            @Nullable Integer year) {

        static DateBody of(ImportantDate date) {
            var day = date.day();
            return new DateBody(
                    date.occasion(), date.label(), day.month(), day.day(), day.lunar(), day.leapMonth(), date.year());
        }

        ImportantDate toDomain() {
            var what = occasion == null ? Occasion.ANNIVERSARY : occasion;
            return new ImportantDate(
                    what,
                    label == null ? what.label() : label,
                    new YearDay(
                            Objects.requireNonNullElse(month, 0),
                            Objects.requireNonNullElse(day, 0),
                            Boolean.TRUE.equals(lunar),
                            Boolean.TRUE.equals(leapMonth)),
                    year);
        }
    }
}

package io.shuke.member.membership;

import java.util.regex.Pattern;

record DateRow(long id, long memberId, byte[] content) {

    private static final String CONTENT = "important_date.content";
    private static final Pattern SPACE = Pattern.compile(" ");

    static DateRow of(ImportantDate date, long id, long member, MemberKey key) {
        var day = date.day();
        var text = String.join(
                " ",
                date.occasion().name(),
                Integer.toString(day.month()),
                Integer.toString(day.day()),
                Boolean.toString(day.lunar()),
                Boolean.toString(day.leapMonth()),
                date.year() == null ? "-" : date.year().toString(),
                date.label());
        return new DateRow(id, member, key.seal(text, CONTENT, id));
    }

    ImportantDate toDomain(MemberKey key) {
        var parts = SPACE.split(key.open(content, CONTENT, id), 7);
        var day = new YearDay(
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                Boolean.parseBoolean(parts[3]),
                Boolean.parseBoolean(parts[4]));
        return new ImportantDate(
                Occasion.valueOf(parts[0]), parts[6], day, parts[5].equals("-") ? null : Integer.valueOf(parts[5]));
    }

    /** The same date, sealed for another member. */
    DateRow resealed(MemberKey from, long member, MemberKey to) {
        return new DateRow(id, member, to.seal(from.open(content, CONTENT, id), CONTENT, id));
    }
}

package io.shuke.member.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a member changes about himself; null leaves a part as it is.
 *
 * @param profile only the fields named here change; an empty text removes a field
 * @param dates replaces all important dates
 */
public record ProfileChange(
        @Nullable String nickname,
        @Nullable LocalDate birthday,
        @Nullable Map<String, String> profile,
        @Nullable List<ImportantDate> dates) {

    @Override
    public String toString() {
        return "ProfileChange";
    }
}

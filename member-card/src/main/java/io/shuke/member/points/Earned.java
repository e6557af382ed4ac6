package io.shuke.member.points;

import java.util.List;

/** @param words why so many, one for each rule that made a difference, such as 会员日双倍 */
public record Earned(long points, List<String> words) {

    public Earned {
        words = List.copyOf(words);
    }
}

package io.shuke.marketing.mall;

import io.shuke.member.level.Level;
import java.util.List;

/**
 * What the mall has to know of whoever asks.
 *
 * @param step the member's step on the ladder
 * @param visits how often the member has bought something
 * @param ladder the shop's levels, lowest first
 */
record Visitor(int step, int visits, List<Level> ladder) {

    String nameOf(int wanted) {
        return ladder.stream()
                .filter(level -> level.step() == wanted)
                .map(Level::name)
                .findFirst()
                .orElse("更高等级");
    }
}

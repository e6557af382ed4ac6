package io.shuke.member.level;

import java.util.List;

/**
 * What a ladder would make of the members as they are.
 *
 * @param raised how many would stand higher than now
 * @param lowered how many would in the end stand lower
 * @param discountFen what the levels' discounts would have cost on the purchases of the last three months
 */
public record Trial(List<Step> steps, long raised, long lowered, long discountFen) {

    public record Step(Level level, long members) {}
}

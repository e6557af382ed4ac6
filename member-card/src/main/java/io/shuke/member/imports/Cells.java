package io.shuke.member.imports;

import java.util.List;

/** @param line as the program counts in which the shop looks at the list, from 1 */
record Cells(int line, List<String> texts) {

    /** Empty where the row is shorter. */
    String at(int column) {
        return column < texts.size() ? texts.get(column).strip() : "";
    }

    boolean blank() {
        return texts.stream().allMatch(String::isBlank);
    }
}

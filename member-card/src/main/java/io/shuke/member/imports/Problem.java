package io.shuke.member.imports;

import io.shuke.member.ground.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** @param detail what the sentence is filled with, one a line */
record Problem(int line, Column field, String code, String detail) {

    static Problem of(int line, Column field, Refusal refusal) {
        return new Problem(line, field, refusal.code(), joined(refusal.details()));
    }

    static String joined(List<Object> details) {
        var text = details.stream().map(String::valueOf).collect(Collectors.joining("\n"));
        return text.substring(0, Math.min(text.length(), 200));
    }
}

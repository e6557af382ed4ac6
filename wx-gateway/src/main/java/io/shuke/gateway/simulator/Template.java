package io.shuke.gateway.simulator;

import io.shuke.gateway.simulator.PhoneMessage.Line;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A message with gaps, as WeChat keeps it: {@code 积分：{{number1.DATA}}} on each line. */
record Template(String id, String title, List<Gap> gaps) {

    private static final Pattern TYPE = Pattern.compile("^([a-z_]+)\\d+$");
    private static final Map<String, Integer> LONGEST = Map.of(
            "thing",
            20,
            "character_string",
            32,
            "phone_number",
            17,
            "car_number",
            8,
            "const",
            20,
            "phrase",
            5,
            "name",
            10);

    record Gap(String label, String keyword) {}

    String content() {
        var content = new StringBuilder();
        gaps.forEach(gap ->
                content.append(gap.label()).append("：{{").append(gap.keyword()).append(".DATA}}\n"));
        return content.toString();
    }

    /** The lines as the phone shows them; a value that is missing or too long is refused by name. */
    List<Line> fill(JsonNode data) {
        return gaps.stream()
                .map(gap -> {
                    var value = data.path(gap.keyword()).path("value").asString("");
                    if (value.isBlank() || value.codePointCount(0, value.length()) > longest(gap.keyword())) {
                        throw WechatError.argument(gap.keyword());
                    }
                    return new Line(gap.label(), value);
                })
                .toList();
    }

    private static int longest(String keyword) {
        var type = TYPE.matcher(keyword);
        return type.matches() ? LONGEST.getOrDefault(type.group(1), 64) : 64;
    }
}

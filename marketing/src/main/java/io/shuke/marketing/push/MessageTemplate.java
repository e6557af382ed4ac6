package io.shuke.marketing.push;

import java.util.List;
import java.util.Map;

/**
 * A form that an account has at its provider.
 *
 * @param way by which it is sent
 */
public record MessageTemplate(String account, String id, Way way, String title, List<Gap> gaps) {

    public MessageTemplate {
        gaps = List.copyOf(gaps);
    }

    /** All gaps filled, and each as the provider wants it. */
    void check(Map<String, String> values) {
        for (var gap : gaps) {
            gap.check(values.getOrDefault(gap.keyword(), ""), way == Way.SMS);
        }
    }

    /** In characters, as the provider counts them. */
    public int longest(Gap gap) {
        return way == Way.SMS ? Gap.SMS : gap.longest();
    }
}

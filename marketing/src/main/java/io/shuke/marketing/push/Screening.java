package io.shuke.marketing.push;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who gets a message, and by which way: decided when the list is made, and asked again before each is sent. */
final class Screening {

    /** @param skip null when it goes out by that leg */
    record Choice(int leg, @Nullable Skip skip) {}

    private Screening() {}

    /** With everything that spares members. */
    static Choice first(List<Message> legs, Topic topic, PushRules rules, Facts facts, Instant now) {
        if (topic.isMarketing()) {
            if (facts.frozen()) {
                return new Choice(0, Skip.FROZEN);
            }
            if (rules.most() > 0
                    && facts.received() >= rules.most()
                    && !facts.addresses().isEmpty()) {
                return new Choice(0, Skip.TOO_OFTEN);
            }
            var last = facts.lastBought();
            if (rules.boughtDays() > 0
                    && last != null
                    && last.plus(Duration.ofDays(rules.boughtDays())).isAfter(now)) {
                return new Choice(0, Skip.JUST_BOUGHT);
            }
        }
        return from(0, legs, topic, facts, now);
    }

    /** The first way from this one on that is open; else why the first one was not. */
    static Choice from(int leg, List<Message> legs, Topic topic, Facts facts, Instant now) {
        if (facts.addresses().isEmpty()) {
            return new Choice(leg, Skip.GONE);
        }
        @Nullable Skip why = null;
        for (int i = leg; i < legs.size(); i++) {
            var against = facts.against(legs.get(i), topic, now);
            if (against == null) {
                return new Choice(i, null);
            }
            why = why == null || against == Skip.OPTED_OUT ? against : why;
        }
        return new Choice(leg, why == null ? Skip.NO_ADDRESS : why);
    }

    /** The same answer for the same push and member, on every node and every day. */
    static boolean heldOut(long push, long member, int percent) {
        long mixed = (push * 0x9E3779B97F4A7C15L) ^ member;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return Long.remainderUnsigned(mixed ^ (mixed >>> 31), 100) < percent;
    }
}

package io.shuke.gateway.audience;

import io.shuke.marketing.audience.TagRules;
import io.shuke.member.ground.NightlyJob;
import io.shuke.member.purchase.Ratings;
import io.shuke.member.purchase.Summaries;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes of audiences at night: the figures first, then the judgement on them, then the tags that follow from it. */
@Configuration(proxyBeanMethods = false)
class AudienceAtNight {

    /** So that nobody at a counter waits longer than a blink for a row that is being judged. */
    private static final int MEMBERS_AT_A_TIME = 1_000;

    private static final int REBUILT_AT_A_TIME = 200;

    /** Maintained figures and bills cannot part, but once a week it is made sure. */
    @Bean
    NightlyJob summariesRebuilt(Summaries summaries) {
        return new NightlyJob("summary.rebuild", LocalTime.of(2, 0), day -> {
            if (day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                return 0;
            }
            int batches = 0;
            for (long last = summaries.rebuild(0, REBUILT_AT_A_TIME); last > 0; batches++) {
                last = summaries.rebuild(last, REBUILT_AT_A_TIME);
            }
            return batches;
        });
    }

    @Bean
    NightlyJob membersRated(Ratings ratings) {
        return new NightlyJob("audience.rating", LocalTime.of(3, 0), day -> ratings.run(MEMBERS_AT_A_TIME));
    }

    @Bean
    NightlyJob tagsByRule(TagRules rules) {
        return new NightlyJob("tag.rules", LocalTime.of(3, 30), day -> rules.run(MEMBERS_AT_A_TIME));
    }
}

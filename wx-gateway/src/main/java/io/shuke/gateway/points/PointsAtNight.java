package io.shuke.gateway.points;

import io.shuke.member.ground.NightlyJob;
import io.shuke.member.ledger.Expiry;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes of points at night. */
@Configuration(proxyBeanMethods = false)
class PointsAtNight {

    private static final int LOTS_AT_A_TIME = 500;

    /** Soon after midnight: what was good through yesterday is no longer shown in the morning. */
    @Bean
    NightlyJob pointsExpiry(Expiry expiry) {
        return new NightlyJob("points.expiry", LocalTime.of(0, 5), day -> expiry.run(day, LOTS_AT_A_TIME));
    }
}

package io.shuke.gateway.report;

import io.shuke.member.ground.NightlyJob;
import io.shuke.member.report.Reports;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** After the points of the day have expired, which is at midnight. */
@Configuration(proxyBeanMethods = false)
class ReportAtNight {

    @Bean
    NightlyJob reportWritten(Reports reports) {
        return new NightlyJob("report", LocalTime.of(1, 0), reports::run);
    }
}

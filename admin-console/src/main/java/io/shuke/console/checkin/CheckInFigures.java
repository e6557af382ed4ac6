package io.shuke.console.checkin;

import io.shuke.console.home.Figure;
import io.shuke.console.home.Figures;
import io.shuke.marketing.checkin.CheckIns;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many have checked in. */
@Component
@Order(20)
class CheckInFigures implements Figures {

    private final CheckIns checkIns;

    CheckInFigures(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @Override
    public List<Figure> of(LocalDate today, ZoneId zone) {
        return List.of(
                new Figure("check-ins", "签到", "人", checkIns.count(today), (long) checkIns.count(today.minusDays(1))));
    }
}

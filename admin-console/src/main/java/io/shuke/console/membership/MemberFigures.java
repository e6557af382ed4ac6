package io.shuke.console.membership;

import io.shuke.console.home.Figure;
import io.shuke.console.home.Figures;
import io.shuke.member.membership.Members;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many regulars there are, and how many are new. */
@Component
@Order(10)
class MemberFigures implements Figures {

    private final Members members;

    MemberFigures(Members members) {
        this.members = members;
    }

    @Override
    public List<Figure> of(LocalDate today, ZoneId zone) {
        var begins = today.atStartOfDay(zone).toInstant();
        var ends = today.plusDays(1).atStartOfDay(zone).toInstant();
        var yesterday = today.minusDays(1).atStartOfDay(zone).toInstant();
        return List.of(
                new Figure("joined", "新会员", "位", members.joined(begins, ends), members.joined(yesterday, begins)),
                new Figure("members", "全部会员", "位", members.joined(Instant.EPOCH, ends), null));
    }
}

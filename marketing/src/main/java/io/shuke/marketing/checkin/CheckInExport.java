package io.shuke.marketing.checkin;

import io.shuke.member.membership.ExportPart;
import io.shuke.member.membership.MemberId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A member's check-ins, and what they brought, among everything that is held on him. */
@Component
class CheckInExport implements ExportPart {

    private final CheckInMapper mapper;

    CheckInExport(CheckInMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "check-ins";
    }

    @Override
    public List<Map<String, Object>> entries(MemberId member) {
        return mapper.all(member.value()).stream()
                .map(row -> Map.<String, Object>of(
                        "day", row.onDay().toString(),
                        "streak", row.streak(),
                        "madeUp", row.madeUp(),
                        "at", row.checkedInAt()))
                .toList();
    }
}

package io.shuke.marketing.mall;

import io.shuke.member.membership.ExportPart;
import io.shuke.member.membership.MemberId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The gifts a member took, among everything that is held on him. */
@Component
class RedemptionExport implements ExportPart {

    private final GiftMapper mapper;

    RedemptionExport(GiftMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "gifts";
    }

    @Override
    public List<Map<String, Object>> entries(MemberId member) {
        return mapper.ofMember(member.value(), Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                .map(row -> Map.<String, Object>of(
                        "title", row.title(), "points", row.points(), "state", row.state(), "at", row.redeemedAt()))
                .toList();
    }
}

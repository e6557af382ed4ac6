package io.shuke.marketing.stamp;

import io.shuke.member.membership.ExportPart;
import io.shuke.member.membership.MemberId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a member's stamps have brought, among everything that is held on him. */
@Component
class RewardExport implements ExportPart {

    private final StampMapper mapper;

    RewardExport(StampMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "stamp-rewards";
    }

    @Override
    public List<Map<String, Object>> entries(MemberId member) {
        return mapper.ofMember(member.value()).stream()
                .map(row -> Map.<String, Object>of("text", row.text(), "state", row.state(), "at", row.earnedAt()))
                .toList();
    }
}

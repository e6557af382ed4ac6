package io.shuke.marketing.referral;

import io.shuke.member.membership.ExportPart;
import io.shuke.member.membership.MemberId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many friends a member brought and how each fared, among everything that is held on him; not who they are. */
@Component
class ReferralExport implements ExportPart {

    private final ReferralMapper mapper;

    ReferralExport(ReferralMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "referrals";
    }

    @Override
    public List<Map<String, Object>> entries(MemberId member) {
        return mapper.ofInviter(member.value(), Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                .map(row -> Map.<String, Object>of("joinedAt", row.joinedAt(), "state", row.state()))
                .toList();
    }
}

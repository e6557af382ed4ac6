package io.shuke.marketing.referral;

import io.shuke.member.membership.ExportPart;
import io.shuke.member.membership.MemberId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a member's friends have brought him, among everything that is held on him; not who they are. */
@Component
class ReferralExport implements ExportPart {

    private final ReferralMapper mapper;
    private final CommissionMapper commissions;

    ReferralExport(ReferralMapper mapper, CommissionMapper commissions) {
        this.mapper = mapper;
        this.commissions = commissions;
    }

    @Override
    public String name() {
        return "referrals";
    }

    @Override
    public List<Map<String, Object>> entries(MemberId member) {
        var friends = mapper.ofInviter(member.value(), Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                .map(row -> Map.<String, Object>of("joinedAt", row.joinedAt(), "state", row.state()));
        var earned = commissions.all(member.value()).stream()
                .map(one -> Map.<String, Object>of(
                        "commissionDueOn", one.dueOn(), "level", one.level(), "paidFen", one.paidFen()));
        return Stream.concat(friends, earned).toList();
    }
}

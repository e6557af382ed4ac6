package io.shuke.marketing.referral;

import io.shuke.member.ground.Refusal;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose code is whose. */
@Component
class InviteCodes {

    private static final int TRIES = 5;

    private final SecureRandom random = new SecureRandom();
    private final ReferralMapper mapper;
    private final Members members;

    InviteCodes(ReferralMapper mapper, Members members) {
        this.mapper = mapper;
        this.members = members;
    }

    InviteCode of(long member) {
        for (int tried = 0; tried < TRIES; tried++) {
            var code = mapper.code(member);
            if (code != null) {
                return new InviteCode(code);
            }
            mapper.insertCode(member, InviteCode.random(random).value());
        }
        throw new IllegalStateException("no free invite code");
    }

    /** Who counts an inviter's rewards counts alone until his transaction ends. */
    void hold(long member) {
        of(member);
        mapper.lockCode(member);
    }

    /** The code of somebody who turned out to be another member is that other one's; of those who left it is nobody's. */
    Optional<MemberId> owner(InviteCode code) {
        var member = mapper.owner(code.value());
        if (member == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(members.member(new MemberId(member)).id());
        } catch (Refusal gone) {
            return Optional.empty();
        }
    }
}

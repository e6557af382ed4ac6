package io.shuke.gateway.coupon;

import io.shuke.gateway.wechat.callback.CodeScanned;
import io.shuke.marketing.coupon.ScanGifts;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Members;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A member who scans an offer's code has it at once; somebody else is led to the page where he may join with it. */
@Component
class ScannedOffers {

    private final Members members;
    private final ScanGifts gifts;

    ScannedOffers(Members members, ScanGifts gifts) {
        this.members = members;
        this.gifts = gifts;
    }

    @EventListener
    void on(CodeScanned scanned) {
        members.recognise(List.of(new Identity(scanned.account(), scanned.openid())))
                .ifPresent(member -> gifts.give(member.id(), scanned.scene()));
    }
}

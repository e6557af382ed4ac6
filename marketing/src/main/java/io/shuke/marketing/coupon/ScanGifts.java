package io.shuke.marketing.coupon;

import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MemberJoined;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Coupons for whoever scans an offer's QR code: once, however often he scans it, and with joining if he has not yet. */
@Service
public class ScanGifts {

    private final OfferScenes scenes;
    private final Issue issue;

    ScanGifts(OfferScenes scenes, Issue issue) {
        this.scenes = scenes;
        this.issue = issue;
    }

    /** @return empty for a code that hands out nothing; what is sold out or over says so */
    @Transactional
    public Optional<Awarded> give(MemberId member, String scene) {
        var offer = scenes.offer(scene);
        if (offer.isEmpty()) {
            return Optional.empty();
        }
        var number = offer.getAsLong();
        var award = new Award(number, member, Way.SCAN, "scan:" + number, "member");
        return Optional.of(issue.give(List.of(award)).get(0));
    }

    /** What is sold out or over keeps nobody from joining. */
    @EventListener
    void on(MemberJoined joined) {
        var scene = joined.scene();
        if (scene != null) {
            give(joined.member(), scene);
        }
    }
}

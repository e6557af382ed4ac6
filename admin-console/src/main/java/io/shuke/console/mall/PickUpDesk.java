package io.shuke.console.mall;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.mall.PickUpCode;
import io.shuke.marketing.mall.Redemption;
import io.shuke.marketing.mall.Redemptions;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The counter where gifts are collected. */
@RestController
class PickUpDesk {

    record PickUpBody(
            String id,
            String title,
            int points,
            Redemption.State state,
            String nickname,
            String number,
            OffsetDateTime at,
            LocalDate collectThrough) {

        @Override
        public String toString() {
            return "PickUpBody[" + id + "]";
        }
    }

    private final Redemptions redemptions;
    private final Members members;
    private final Merchants merchants;
    private final Jdbc jdbc;

    PickUpDesk(Redemptions redemptions, Members members, Merchants merchants, Jdbc jdbc) {
        this.redemptions = redemptions;
        this.members = members;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    /** What lies there under a code, and for whom. */
    @GetMapping("/console/api/gifts/pick-ups/{code}")
    Mono<PickUpBody> find(ConsoleUser user, @PathVariable String code) {
        var shown = new PickUpCode(code);
        return jdbc.call(user.merchant(), () -> body(redemptions.find(shown)));
    }

    @PostMapping("/console/api/gifts/pick-ups/{code}/collection")
    Mono<PickUpBody> collect(ConsoleUser user, @PathVariable String code) {
        var shown = new PickUpCode(code);
        return jdbc.call(user.merchant(), () -> body(redemptions.collect(shown, actor(user))));
    }

    @PostMapping("/console/api/gifts/pick-ups/{code}/return")
    Mono<PickUpBody> takeBack(ConsoleUser user, @PathVariable String code) {
        var shown = new PickUpCode(code);
        return jdbc.call(user.merchant(), () -> body(redemptions.takeBack(shown, actor(user))));
    }

    private PickUpBody body(Redemption redemption) {
        var member = members.member(redemption.member());
        return new PickUpBody(
                Long.toString(redemption.id()),
                redemption.title(),
                redemption.points(),
                redemption.state(),
                member.nickname(),
                member.number(),
                redemption.at().atZone(merchants.current().zone()).toOffsetDateTime(),
                redemption.collectThrough());
    }

    private static String actor(ConsoleUser user) {
        return "staff:" + user.staff();
    }
}

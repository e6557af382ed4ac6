package io.shuke.gateway.stamp;

import io.shuke.gateway.door.Customer;
import io.shuke.marketing.stamp.EarnedReward;
import io.shuke.marketing.stamp.StampBook;
import io.shuke.marketing.stamp.StampReward;
import io.shuke.marketing.stamp.Stamps;
import io.shuke.member.ground.Jdbc;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A member's stamp cards. */
@RestController
class StampEndpoint {

    record StampStepBody(int stamps, String text) {

        static StampStepBody of(StampReward reward) {
            return new StampStepBody(reward.stamps(), reward.text());
        }
    }

    record ReadyRewardBody(String id, String text) {

        static ReadyRewardBody of(EarnedReward reward) {
            return new ReadyRewardBody(Long.toString(reward.id()), reward.text());
        }
    }

    /**
     * @param stamps in all; below zero after a refund of what has brought a reward already
     * @param onCard of the present round
     * @param round how many stamps a round takes
     * @param ready what waits at the counter
     */
    record StampCardBody(
            String id,
            String title,
            long stamps,
            int onCard,
            int round,
            List<StampStepBody> rewards,
            List<ReadyRewardBody> ready) {

        static StampCardBody of(StampBook book) {
            var terms = book.card().terms();
            return new StampCardBody(
                    book.card().id().toString(),
                    terms.title(),
                    book.stamps(),
                    book.onCard(),
                    terms.round(),
                    terms.rewards().stream().map(StampStepBody::of).toList(),
                    book.ready().stream().map(ReadyRewardBody::of).toList());
        }
    }

    record StampCardsBody(List<StampCardBody> items) {}

    private final Stamps stamps;
    private final Jdbc jdbc;

    StampEndpoint(Stamps stamps, Jdbc jdbc) {
        this.stamps = stamps;
        this.jdbc = jdbc;
    }

    @GetMapping("/api/me/stamps")
    Mono<StampCardsBody> mine(Customer customer) {
        var member = customer.joined();
        return jdbc.call(
                customer.merchant(),
                () -> new StampCardsBody(
                        stamps.of(member).stream().map(StampCardBody::of).toList()));
    }
}

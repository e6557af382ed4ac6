package io.shuke.console.stamp;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.stamp.EarnedReward;
import io.shuke.marketing.stamp.Earning;
import io.shuke.marketing.stamp.Rewards;
import io.shuke.marketing.stamp.StampCard;
import io.shuke.marketing.stamp.StampCardId;
import io.shuke.marketing.stamp.StampCards;
import io.shuke.marketing.stamp.StampReward;
import io.shuke.marketing.stamp.StampTerms;
import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.MemberId;
import io.shuke.member.rules.RuleChanges;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** The merchant's stamp cards, and handing over what they bring. */
@RestController
class StampDesk {

    /** What a stamp is given for: a visit (once a day), a bill of so much, or a piece of these goods. */
    enum Per {
        VISIT,
        BILL,
        PIECE
    }

    record StampRewardBody(
            int stamps, @Nullable String text, @Nullable String offerId) {

        static StampRewardBody of(StampReward reward) {
            var offer = reward.offer();
            return new StampRewardBody(reward.stamps(), reward.text(), offer == null ? null : Long.toString(offer));
        }

        StampReward toDomain() {
            if (text == null) {
                throw new ServerWebInputException("text");
            }
            return new StampReward(stamps, text.strip(), offer());
        }

        private @Nullable Long offer() {
            try {
                return offerId == null ? null : (Long) Long.parseLong(offerId);
            } catch (NumberFormatException malformed) {
                throw new ServerWebInputException("offerId");
            }
        }
    }

    /**
     * @param fromFen what a bill must come to, for {@link Per#BILL}
     * @param goods numbers or categories, for {@link Per#PIECE}
     * @param version of the card that was looked at; only to change one
     */
    record StampTermsBody(
            @Nullable String title,
            @Nullable Per per,
            @Nullable Long fromFen,
            @Nullable List<@Nullable String> goods,
            @Nullable List<@Nullable StampRewardBody> rewards,
            @Nullable Integer version,
            @Nullable Boolean offered) {

        StampTerms toDomain() {
            if (title == null || per == null || rewards == null) {
                throw new ServerWebInputException("title, per and rewards");
            }
            var read = new ArrayList<StampReward>();
            for (var reward : rewards) {
                if (reward == null) {
                    throw new ServerWebInputException("rewards");
                }
                read.add(reward.toDomain());
            }
            return new StampTerms(title.strip(), earning(per), read);
        }

        private Earning earning(Per per) {
            return switch (per) {
                case VISIT -> new Earning.PerVisit();
                case BILL -> new Earning.PerBill(fen());
                case PIECE -> new Earning.PerPiece(names());
            };
        }

        private Fen fen() {
            try {
                return new Fen(fromFen == null ? 0 : fromFen);
            } catch (IllegalArgumentException tooMuch) {
                throw new ServerWebInputException("fromFen");
            }
        }

        private List<String> names() {
            var names = new ArrayList<String>();
            for (var name : goods == null ? List.<@Nullable String>of() : goods) {
                if (name == null) {
                    throw new ServerWebInputException("goods");
                }
                names.add(name.strip());
            }
            return names;
        }
    }

    record OfferedStampCardBody(
            String id,
            int version,
            String title,
            Per per,
            @Nullable Long fromFen,
            List<String> goods,
            List<StampRewardBody> rewards,
            boolean offered,
            List<String> words) {

        static OfferedStampCardBody of(StampCard card) {
            var terms = card.terms();
            var earning = terms.earning();
            return new OfferedStampCardBody(
                    card.id().toString(),
                    card.version(),
                    terms.title(),
                    earning instanceof Earning.PerVisit
                            ? Per.VISIT
                            : earning instanceof Earning.PerBill ? Per.BILL : Per.PIECE,
                    earning instanceof Earning.PerBill bill ? (Long) bill.from().value() : null,
                    earning instanceof Earning.PerPiece piece ? piece.goods() : List.of(),
                    terms.rewards().stream().map(StampRewardBody::of).toList(),
                    card.offered(),
                    StampWords.of(terms));
        }
    }

    record OfferedStampCardsBody(List<OfferedStampCardBody> items) {}

    record WaitingRewardBody(String id, String cardId, String text, EarnedReward.State state) {

        static WaitingRewardBody of(EarnedReward reward) {
            return new WaitingRewardBody(
                    Long.toString(reward.id()), reward.card().toString(), reward.text(), reward.state());
        }
    }

    record WaitingRewardsBody(List<WaitingRewardBody> items) {}

    private final StampCards cards;
    private final Rewards rewards;
    private final RuleChanges changes;
    private final Jdbc jdbc;

    StampDesk(StampCards cards, Rewards rewards, RuleChanges changes, Jdbc jdbc) {
        this.changes = changes;
        this.cards = cards;
        this.rewards = rewards;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/stamps")
    Mono<OfferedStampCardsBody> all(ConsoleUser user) {
        return jdbc.call(
                user.merchant(),
                () -> new OfferedStampCardsBody(
                        cards.all().stream().map(OfferedStampCardBody::of).toList()));
    }

    @PostMapping("/console/api/stamps")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<OfferedStampCardBody> add(ConsoleUser user, @RequestBody StampTermsBody body) {
        var terms = body.toDomain();
        return jdbc.call(
                user.merchant(),
                () -> OfferedStampCardBody.of(changes.make(user.actor(), () -> made(cards.add(terms)))));
    }

    @PutMapping("/console/api/stamps/{id}")
    Mono<OfferedStampCardBody> change(ConsoleUser user, @PathVariable long id, @RequestBody StampTermsBody body) {
        var terms = body.toDomain();
        var version = body.version();
        if (version == null) {
            throw new ServerWebInputException("version");
        }
        return jdbc.call(
                user.merchant(),
                () -> OfferedStampCardBody.of(changes.make(
                        user.actor(),
                        () -> made(cards.change(
                                new StampCardId(id), version, terms, !Boolean.FALSE.equals(body.offered()))))));
    }

    /** What waits at the counter for a member. */
    @GetMapping("/console/api/members/{id}/stamp-rewards")
    Mono<WaitingRewardsBody> ready(ConsoleUser user, @PathVariable long id) {
        if (id <= 0) {
            throw new ServerWebInputException("id");
        }
        return jdbc.call(
                user.merchant(),
                () -> new WaitingRewardsBody(rewards.ready(new MemberId(id)).stream()
                        .map(WaitingRewardBody::of)
                        .toList()));
    }

    @PostMapping("/console/api/stamps/rewards/{id}/collection")
    Mono<WaitingRewardBody> collect(ConsoleUser user, @PathVariable long id) {
        return jdbc.call(user.merchant(), () -> WaitingRewardBody.of(rewards.collect(id, "staff:" + user.staff())));
    }

    private static RuleChanges.Made<StampCard> made(StampCard card) {
        return new RuleChanges.Made<>(card, "stamp:" + card.id(), card.version(), StampWords.of(card.terms()));
    }
}

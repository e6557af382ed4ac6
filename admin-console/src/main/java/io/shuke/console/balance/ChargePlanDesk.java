package io.shuke.console.balance;

import io.shuke.console.door.ConsoleRefusal;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.balance.ChargePlan;
import io.shuke.member.balance.ChargePlans;
import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.rules.RuleChanges;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** The charge plan, to read, to try and to change. */
@RestController
class ChargePlanDesk {

    /** More than any amount here may be, and far from where a long ends. */
    private static final long BOUND = 1_000_000;

    /** @param giftDays 0 for ever */
    record ChargeOfferBody(long payFen, long giftFen, int giftDays) {

        static ChargeOfferBody of(ChargePlan.Offer offer) {
            return new ChargeOfferBody(offer.pay().value(), offer.gift().value(), offer.giftDays());
        }

        ChargePlan.Offer toDomain() {
            return new ChargePlan.Offer(fen(payFen), fen(giftFen), giftDays);
        }
    }

    /** @param version which was changed; without it the change is made whatever is in force */
    record ChargePlanBody(
            @Nullable List<@Nullable ChargeOfferBody> offers,
            long lowFen,
            @Nullable Integer version) {

        ChargePlan toDomain() {
            if (offers == null) {
                throw new ServerWebInputException("offers");
            }
            var read = new ArrayList<ChargePlan.Offer>();
            for (var offer : offers) {
                if (offer == null) {
                    throw new ServerWebInputException("offers");
                }
                read.add(offer.toDomain());
            }
            return new ChargePlan(read, fen(lowFen));
        }
    }

    /** What the plan would have given for what was paid in the last {@code days}, and what was given. */
    record ChargeTrialBody(long days, long charges, long paidFen, long givenFen, long wouldGiveFen) {

        static ChargeTrialBody of(ChargePlans.Trial trial) {
            return new ChargeTrialBody(
                    trial.days(),
                    trial.charges(),
                    trial.paid().value(),
                    trial.given().value(),
                    trial.wouldGive().value());
        }
    }

    /** @param words the same for people, a line for each rule */
    record ChargePlanInWords(
            List<ChargeOfferBody> offers, long lowFen, List<String> words, ChargeTrialBody cost, int version) {

        static ChargePlanInWords of(ChargePlan plan, ChargePlans.Trial trial, int version) {
            return new ChargePlanInWords(
                    plan.offers().stream().map(ChargeOfferBody::of).toList(),
                    plan.low().value(),
                    ChargePlanWords.of(plan),
                    ChargeTrialBody.of(trial),
                    version);
        }
    }

    private final ChargePlans plans;
    private final RuleChanges changes;
    private final Jdbc jdbc;

    ChargePlanDesk(ChargePlans plans, RuleChanges changes, Jdbc jdbc) {
        this.plans = plans;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    static Fen fen(long amount) {
        if (Math.abs(amount) > BOUND) {
            throw new ServerWebInputException("an amount out of bounds");
        }
        return new Fen(amount);
    }

    @GetMapping("/console/api/balance/plan")
    Mono<ChargePlanInWords> plan(ConsoleUser user) {
        return jdbc.call(user.merchant(), () -> inWords(plans.newest()));
    }

    @PostMapping("/console/api/balance/plan/trial")
    Mono<ChargePlanInWords> tried(ConsoleUser user, @RequestBody ChargePlanBody body) {
        var plan = body.toDomain();
        return jdbc.call(
                user.merchant(),
                () -> inWords(new ChargePlans.Version(body.version() == null ? 0 : body.version(), plan)));
    }

    @PutMapping("/console/api/balance/plan")
    Mono<ChargePlanInWords> change(ConsoleUser user, @RequestBody ChargePlanBody body) {
        var plan = body.toDomain();
        return jdbc.call(user.merchant(), () -> inWords(changes.make(user.actor(), () -> made(plan, body.version()))))
                .onErrorMap(DuplicateKeyException.class, lost -> ConsoleRefusal.changedMeanwhile());
    }

    private RuleChanges.Made<ChargePlans.Version> made(ChargePlan plan, @Nullable Integer seen) {
        var version = seen == null ? plans.change(plan) : plans.change(plan, seen);
        return new RuleChanges.Made<>(version, "charge-plan", version.number(), ChargePlanWords.of(plan));
    }

    private ChargePlanInWords inWords(ChargePlans.Version version) {
        return ChargePlanInWords.of(version.plan(), plans.trial(version.plan()), version.number());
    }
}

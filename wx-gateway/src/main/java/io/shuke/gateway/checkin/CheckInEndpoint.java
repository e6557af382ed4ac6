package io.shuke.gateway.checkin;

import io.shuke.gateway.door.Customer;
import io.shuke.gateway.door.Limits.Limit;
import io.shuke.gateway.door.Prepared;
import io.shuke.gateway.door.RequestRefusal;
import io.shuke.marketing.checkin.CheckIn;
import io.shuke.marketing.checkin.CheckInMonth;
import io.shuke.marketing.checkin.CheckIns;
import io.shuke.marketing.checkin.CheckedIn;
import io.shuke.marketing.checkin.Reward;
import io.shuke.marketing.checkin.RewardPlan;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.Lane;
import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@RestController
class CheckInEndpoint {

    private static final int LANE = 2048;

    record RewardBody(
            Reward.Kind kind, String text, @Nullable Integer points) {

        static RewardBody of(Reward reward) {
            return new RewardBody(reward.kind(), reward.text(), reward.points() > 0 ? reward.points() : null);
        }
    }

    record CheckInBody(LocalDate day, int streak, List<RewardBody> rewards, long points) {

        static CheckInBody of(CheckIn checkIn) {
            return new CheckInBody(
                    checkIn.day(),
                    checkIn.streak(),
                    checkIn.rewards().stream().map(RewardBody::of).toList(),
                    checkIn.points());
        }
    }

    /** @param daysLeft how many more days in a row; 0 when it has been reached */
    record RewardStepBody(int streak, Reward.Kind kind, String text, int daysLeft) {

        static RewardStepBody of(RewardPlan.Step step, CheckInMonth month) {
            return new RewardStepBody(
                    step.streak(),
                    step.reward().kind(),
                    step.reward().text(),
                    month.plan().daysLeft(step, month.streak()));
        }
    }

    record MonthBody(
            List<LocalDate> days,
            List<LocalDate> madeUp,
            LocalDate today,
            boolean checkedInToday,
            int streak,
            int makeUpsLeft,
            List<RewardStepBody> plan,
            int pointsADay,
            int makeUpCost) {

        static MonthBody of(CheckInMonth month) {
            var plan = month.plan();
            return new MonthBody(
                    month.days(),
                    month.madeUp(),
                    month.today(),
                    month.checkedInToday(),
                    month.streak(),
                    month.makeUpsLeft(),
                    plan.steps().stream()
                            .map(step -> RewardStepBody.of(step, month))
                            .toList(),
                    plan.pointsADay(),
                    plan.makeUpCost());
        }
    }

    record MakeUpBody(@Nullable LocalDate day) {}

    private final Jdbc jdbc;
    private final CheckIns checkIns;
    private final CalendarCache cache;
    private final JsonMapper json;
    private final Lane<MemberId, CheckedIn> lane;

    CheckInEndpoint(Jdbc jdbc, CheckIns checkIns, CalendarCache cache, JsonMapper json) {
        this.jdbc = jdbc;
        this.checkIns = checkIns;
        this.cache = cache;
        this.json = json;
        this.lane = new Lane<>(jdbc, LANE, checkIns::checkIn);
    }

    /** 201 for the first tap of the shop's day, 200 with the same body for every further one. */
    @PostMapping("/api/me/check-ins")
    Mono<ResponseEntity<Prepared<CheckInBody>>> checkIn(Customer customer) {
        var member = customer.joined();
        return cache.today(customer).flatMap(today -> {
            if (today.answer() != null) {
                return Mono.just(ResponseEntity.ok(new Prepared<>(today.answer())));
            }
            if (today.asked() > Limit.CHECK_IN.times()) {
                return Mono.error(RequestRefusal.tooOften());
            }
            return lane.call(customer.merchant(), member).flatMap(done -> answer(customer, done));
        });
    }

    private Mono<ResponseEntity<Prepared<CheckInBody>>> answer(Customer customer, CheckedIn done) {
        var body = json.writeValueAsBytes(CheckInBody.of(done.checkIn()));
        var status = done.first() ? HttpStatus.CREATED : HttpStatus.OK;
        return cache.written(customer, body, done.dayEnds())
                .thenReturn(ResponseEntity.status(status).body(new Prepared<>(body)));
    }

    @GetMapping("/api/me/check-ins")
    Mono<MonthBody> month(Customer customer, @RequestParam(required = false) @Nullable YearMonth month) {
        var member = customer.joined();
        return jdbc.call(customer.merchant(), checkIns::outlook).flatMap(outlook -> {
            var asked = month == null ? YearMonth.from(outlook.today()) : month;
            return cache.calendar(customer, outlook.today()).flatMap(kept -> {
                if (kept.calendar() != null && kept.calendar().covers(asked)) {
                    return Mono.just(shown(kept.calendar(), asked, outlook, kept.streak()));
                }
                return jdbc.call(customer.merchant(), () -> checkIns.month(member, asked))
                        .flatMap(answer -> refill(customer, kept, outlook).thenReturn(MonthBody.of(answer)));
            });
        });
    }

    private static MonthBody shown(Calendar calendar, YearMonth month, CheckIns.Outlook outlook, int streak) {
        var madeUp = calendar.madeUpIn(month);
        return MonthBody.of(new CheckInMonth(
                calendar.checkedIn(month),
                madeUp,
                outlook.today(),
                calendar.checked(outlook.today()),
                streak,
                outlook.plan().makeUpsLeft(madeUp.size()),
                outlook.plan()));
    }

    private Mono<Void> refill(Customer customer, CalendarCache.Kept before, CheckIns.Outlook outlook) {
        var first = Calendar.firstDay(outlook.today());
        return jdbc.call(customer.merchant(), () -> checkIns.daysSince(customer.joined(), first))
                .flatMap(days -> cache.keep(customer, before, Calendar.of(outlook.today(), days)));
    }

    @PostMapping("/api/me/check-ins/make-up")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CheckInBody> makeUp(Customer customer, @RequestBody MakeUpBody body) {
        var member = customer.joined();
        var day = body.day();
        if (day == null) {
            return Mono.error(RequestRefusal.malformed());
        }
        return jdbc.call(customer.merchant(), () -> checkIns.makeUp(member, day))
                .flatMap(made -> cache.forget(customer.merchant(), member).thenReturn(CheckInBody.of(made)));
    }
}

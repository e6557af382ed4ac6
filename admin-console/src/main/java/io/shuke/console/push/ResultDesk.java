package io.shuke.console.push;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.push.PushResult;
import io.shuke.marketing.push.PushResults;
import io.shuke.member.ground.Jdbc;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What came of a push. */
@RestController
class ResultDesk {

    /** @param thin whether there are too few people to tell anything */
    record ResultBody(
            @Nullable Instant from,
            int days,
            long reached,
            long delivered,
            long opened,
            long cameBack,
            long fen,
            long heldOut,
            long heldOutCameBack,
            long heldOutFen,
            @Nullable Long extraFen,
            long couponsGiven,
            long couponsUsed,
            boolean thin) {

        static ResultBody of(PushResult result) {
            return new ResultBody(
                    result.from(),
                    result.days(),
                    result.reached(),
                    result.delivered(),
                    result.opened(),
                    result.cameBack(),
                    result.fen(),
                    result.heldOut(),
                    result.heldOutCameBack(),
                    result.heldOutFen(),
                    result.extraFen(),
                    result.couponsGiven(),
                    result.couponsUsed(),
                    result.isThin());
        }
    }

    private final PushResults results;
    private final Jdbc jdbc;

    ResultDesk(PushResults results, Jdbc jdbc) {
        this.results = results;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/pushes/{id}/result")
    Mono<ResultBody> result(ConsoleUser user, @PathVariable long id, @RequestParam(defaultValue = "7") int days) {
        return jdbc.call(user.merchant(), () -> ResultBody.of(results.of(id, days)));
    }
}

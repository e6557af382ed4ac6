package io.shuke.console.ledger;

import io.shuke.console.approval.ByHand;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ledger.Asset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Why a member has so many points; and points given or taken by hand. */
@RestController
class PointsDesk {

    private static final List<Asset> SHOWN = List.of(Asset.POINTS, Asset.PENDING_POINTS);

    private final Jdbc jdbc;
    private final Accounts accounts;
    private final ByHand byHand;

    PointsDesk(Jdbc jdbc, Accounts accounts, ByHand byHand) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.byHand = byHand;
    }

    /** @param member whose */
    @GetMapping("/console/api/points")
    Mono<Accounts.AccountsBody> history(
            ConsoleUser user, @RequestParam String member, @RequestParam(required = false) @Nullable String cursor) {
        var id = AdjustmentBody.member(member);
        return jdbc.call(user.merchant(), () -> accounts.page(id, SHOWN, cursor));
    }

    @PostMapping("/console/api/points")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<EntryBody> adjust(ConsoleUser user, @RequestBody AdjustmentBody body) {
        var asked = body.read();
        return jdbc.call(
                user.merchant(),
                () -> accounts.shown(byHand.adjust(user, Asset.POINTS, asked.member(), asked.change(), asked.why())));
    }
}

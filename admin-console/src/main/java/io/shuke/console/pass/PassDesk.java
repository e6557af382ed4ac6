package io.shuke.console.pass;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.pass.HeldPass;
import io.shuke.marketing.pass.Pass;
import io.shuke.marketing.pass.PassBenefit;
import io.shuke.marketing.pass.PassProductId;
import io.shuke.marketing.pass.Passes;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ledger.Reference;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** The counter where passes are sold, used and taken back. */
@RestController
class PassDesk {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Pattern SALE = Pattern.compile("[A-Za-z0-9-]{8,40}");

    /** @param sale made up by the page, once for each sale: a double tap then sells one */
    record PassSaleBody(
            @Nullable String productId, @Nullable String sale) {

        PassProductId product() {
            try {
                return new PassProductId(productId == null ? 0 : Long.parseLong(productId));
            } catch (NumberFormatException garbage) {
                throw new ServerWebInputException("productId");
            }
        }

        Reference reference() {
            if (sale == null || !SALE.matcher(sale).matches()) {
                throw new ServerWebInputException("sale");
            }
            return new Reference("counter:" + sale);
        }
    }

    record SoldPassBody(
            String id,
            String title,
            @Nullable String what,
            @Nullable Integer percent,
            LocalDate from,
            LocalDate through,
            boolean takenBack) {

        static SoldPassBody of(Pass pass) {
            return new SoldPassBody(
                    Long.toString(pass.id()),
                    pass.title(),
                    pass.benefit() instanceof PassBenefit.Daily daily ? daily.what() : null,
                    pass.benefit() instanceof PassBenefit.Discount discount ? (Integer) discount.percent() : null,
                    pass.from(),
                    pass.through(),
                    pass.takenBack());
        }
    }

    record HeldPassBody(SoldPassBody pass, long left, int leftToday) {

        static HeldPassBody of(HeldPass held) {
            return new HeldPassBody(SoldPassBody.of(held.pass()), held.left(), held.leftToday());
        }
    }

    record HeldPassesBody(List<HeldPassBody> items) {}

    private final Passes passes;
    private final Members members;
    private final Jdbc jdbc;

    PassDesk(Passes passes, Members members, Jdbc jdbc) {
        this.passes = passes;
        this.members = members;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/members/{id}/passes")
    Mono<HeldPassesBody> of(ConsoleUser user, @PathVariable long id) {
        var member = member(id);
        return jdbc.call(
                user.merchant(),
                () -> new HeldPassesBody(
                        passes.of(member).stream().map(HeldPassBody::of).toList()));
    }

    /** Sells one over the counter; the money went into the till. */
    @PostMapping("/console/api/members/{id}/passes")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<SoldPassBody> sell(ConsoleUser user, @PathVariable long id, @RequestBody PassSaleBody body) {
        var member = member(id);
        var product = body.product();
        var sale = body.reference();
        return jdbc.call(
                user.merchant(),
                () -> SoldPassBody.of(passes.sell(members.member(member).id(), product, sale, actor(user))));
    }

    /** With the same {@code Idempotency-Key} again it is the same use. */
    @PostMapping("/console/api/passes/{id}/uses")
    Mono<HeldPassBody> use(
            ConsoleUser user,
            @PathVariable long id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw new ServerWebInputException("Idempotency-Key");
        }
        var once = key == null ? null : user.staff() + " " + key;
        return jdbc.call(user.merchant(), () -> HeldPassBody.of(passes.use(id, actor(user), once)));
    }

    @PostMapping("/console/api/passes/{id}/return")
    Mono<SoldPassBody> takeBack(ConsoleUser user, @PathVariable long id) {
        return jdbc.call(user.merchant(), () -> SoldPassBody.of(passes.takeBack(id, actor(user))));
    }

    private static MemberId member(long id) {
        if (id <= 0) {
            throw new ServerWebInputException("id");
        }
        return new MemberId(id);
    }

    private static String actor(ConsoleUser user) {
        return "staff:" + user.staff();
    }
}

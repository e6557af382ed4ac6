package io.shuke.gateway.pass;

import io.shuke.gateway.door.Customer;
import io.shuke.marketing.pass.HeldPass;
import io.shuke.marketing.pass.PassBenefit;
import io.shuke.marketing.pass.Passes;
import io.shuke.member.ground.Jdbc;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A member's passes. */
@RestController
class PassEndpoint {

    /**
     * @param what is handed over; null for a discount
     * @param percent what remains to be paid of 100; null where something is handed over
     * @param left how often it can be used in all
     */
    record MyPassBody(
            String id,
            String title,
            @Nullable String what,
            @Nullable Integer percent,
            LocalDate from,
            LocalDate through,
            long left,
            int leftToday) {

        static MyPassBody of(HeldPass held) {
            var pass = held.pass();
            return new MyPassBody(
                    Long.toString(pass.id()),
                    pass.title(),
                    pass.benefit() instanceof PassBenefit.Daily daily ? daily.what() : null,
                    pass.benefit() instanceof PassBenefit.Discount discount ? (Integer) discount.percent() : null,
                    pass.from(),
                    pass.through(),
                    held.left(),
                    held.leftToday());
        }
    }

    record MyPassesBody(List<MyPassBody> items) {}

    private final Passes passes;
    private final Jdbc jdbc;

    PassEndpoint(Passes passes, Jdbc jdbc) {
        this.passes = passes;
        this.jdbc = jdbc;
    }

    @GetMapping("/api/me/passes")
    Mono<MyPassesBody> mine(Customer customer) {
        var member = customer.joined();
        return jdbc.call(
                customer.merchant(),
                () -> new MyPassesBody(
                        passes.of(member).stream().map(MyPassBody::of).toList()));
    }
}

package io.shuke.console.home;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.console.staff.Role;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Today in numbers, from every feature that has some. */
@RestController
class HomeDesk {

    record HomeBody(LocalDate day, List<Figure> figures) {}

    private final List<Figures> features;
    private final Merchants merchants;
    private final Clock clock;
    private final Jdbc jdbc;

    HomeDesk(List<Figures> features, Merchants merchants, Clock clock, Jdbc jdbc) {
        this.features = features;
        this.merchants = merchants;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/home")
    Mono<HomeBody> home(ConsoleUser user) {
        return jdbc.call(user.merchant(), () -> {
            var zone = merchants.current().zone();
            var today = LocalDate.ofInstant(clock.instant(), zone);
            var figures = features.stream()
                    .flatMap(feature -> feature.of(today, zone).stream())
                    .filter(figure -> isFor(user, figure))
                    .toList();
            return new HomeBody(today, figures);
        });
    }

    /** What the whole shop takes is for whoever answers for all of it. */
    private static boolean isFor(ConsoleUser user, Figure figure) {
        return !figure.isMoney() || user.role() == Role.OWNER || user.role() == Role.MANAGER && user.everywhere();
    }
}

package io.shuke.console.help;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Merchants;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** The way from an empty shop to a running one. */
@RestController
class GuideDesk {

    /** @param byHand whether somebody may say that it is done */
    record GuideStepBody(GuideStep step, boolean done, boolean byHand) {}

    /** @param scene what the code on this store's poster says, so that it is known where members came from */
    record PosterStoreBody(String id, String name, String scene) {}

    record GuideBody(String merchantId, List<GuideStepBody> steps, List<PosterStoreBody> stores) {}

    private final Guide guide;
    private final Merchants merchants;
    private final Jdbc jdbc;

    GuideDesk(Guide guide, Merchants merchants, Jdbc jdbc) {
        this.guide = guide;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/guide")
    Mono<GuideBody> guide(ConsoleUser user) {
        return jdbc.call(user.merchant(), () -> body(guide.done()));
    }

    @PostMapping("/console/api/guide/{step}")
    Mono<GuideBody> mark(ConsoleUser user, @PathVariable GuideStep step) {
        if (!step.isByHand()) {
            throw new ServerWebInputException("step");
        }
        return jdbc.call(user.merchant(), () -> {
            guide.mark(step, "staff:" + user.staff());
            return body(guide.done());
        });
    }

    private GuideBody body(Set<GuideStep> done) {
        return new GuideBody(
                merchants.current().id().toString(),
                Stream.of(GuideStep.values())
                        .map(step -> new GuideStepBody(step, done.contains(step), step.isByHand()))
                        .toList(),
                merchants.stores().stream()
                        .map(store -> new PosterStoreBody(Long.toString(store.id()), store.name(), store.scene()))
                        .toList());
    }
}

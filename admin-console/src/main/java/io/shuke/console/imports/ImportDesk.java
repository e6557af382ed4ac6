package io.shuke.console.imports;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.imports.ImportBatch;
import io.shuke.member.imports.ImportProblem;
import io.shuke.member.imports.ImportReading;
import io.shuke.member.imports.Imports;
import io.shuke.member.merchant.Merchants;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A file comes in, is looked at, run, watched and perhaps taken back. */
@RestController
class ImportDesk {

    private static final int PAGE = 20;
    private static final int PROBLEMS = 50;
    /** Files that wait for the one that is read. */
    private static final int WAITING = 20;

    private static final int IDLE_SECONDS = 60;

    record ImportsBody(List<ImportBody> items, @Nullable String next) {}

    record ProblemBody(ImportProblem.Stage stage, int line, String field, String label, String code, String text) {

        static ProblemBody of(ImportProblem problem) {
            return new ProblemBody(
                    problem.stage(), problem.line(), problem.field(), problem.label(), problem.code(), problem.text());
        }
    }

    record ProblemsBody(List<ProblemBody> items, @Nullable String next) {}

    private final Imports imports;
    private final ImportReading reading;
    private final Merchants merchants;
    private final Jdbc jdbc;
    /** One file at a time on a node: reading is hard work, and a shop does it once in its life. It may block. */
    private final Scheduler reader = Schedulers.newBoundedElastic(1, WAITING, "imports", IDLE_SECONDS, true);

    ImportDesk(Imports imports, ImportReading reading, Merchants merchants, Jdbc jdbc) {
        this.imports = imports;
        this.reading = reading;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    /**
     * The file's bytes are the body. The answer comes before it has been read; a file that is here already is the same
     * import.
     */
    @PostMapping("/console/api/imports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ImportBody> upload(ConsoleUser user, @RequestParam String name, ServerHttpRequest request) {
        return Mono.fromCallable(Upload::begin)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(upload -> upload.take(request.getBody())
                        .flatMap(taken -> open(user, name, taken))
                        .doOnError(failed -> upload.forget())
                        .doOnCancel(upload::forget));
    }

    private Mono<ImportBody> open(ConsoleUser user, String name, Upload upload) {
        var hash = upload.hash();
        var actor = "staff:" + user.staff().value();
        return jdbc.call(user.merchant(), () -> {
            var opened = imports.open(name, hash, actor);
            if (opened.again()) {
                upload.forget();
            } else {
                reader.schedule(() -> read(user.merchant(), opened.batch().id(), upload));
            }
            return ImportBody.of(
                    opened.batch(), opened.again(), merchants.current().zone());
        });
    }

    private void read(MerchantId merchant, long batch, Upload upload) {
        try {
            reading.read(merchant, batch, upload.file());
        } finally {
            upload.forget();
        }
    }

    @GetMapping("/console/api/imports")
    Mono<ImportsBody> page(ConsoleUser user, @RequestParam(required = false) @Nullable String cursor) {
        return jdbc.call(user.merchant(), () -> {
            var zone = merchants.current().zone();
            var page = imports.page(cursor, PAGE);
            return new ImportsBody(
                    page.items().stream()
                            .map(batch -> ImportBody.of(batch, false, zone))
                            .toList(),
                    page.next());
        });
    }

    @GetMapping("/console/api/imports/{id}")
    Mono<ImportBody> one(ConsoleUser user, @PathVariable long id) {
        return answer(user, () -> imports.batch(id));
    }

    @GetMapping("/console/api/imports/{id}/problems")
    Mono<ProblemsBody> problems(
            ConsoleUser user, @PathVariable long id, @RequestParam(required = false) @Nullable String cursor) {
        return jdbc.call(user.merchant(), () -> imports.problems(id, cursor, PROBLEMS))
                .map(page -> new ProblemsBody(
                        page.items().stream().map(ProblemBody::of).toList(), page.next()));
    }

    /** Asked for again, it is the same run. */
    @PostMapping("/console/api/imports/{id}/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ImportBody> run(ConsoleUser user, @PathVariable long id) {
        return answer(user, () -> imports.run(id));
    }

    /** Forgets what was only looked at; takes back what was brought in, as far as nobody has touched it. */
    @PostMapping("/console/api/imports/{id}/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ImportBody> undo(ConsoleUser user, @PathVariable long id) {
        return answer(user, () -> imports.undo(id));
    }

    private Mono<ImportBody> answer(ConsoleUser user, Supplier<ImportBatch> work) {
        return jdbc.call(
                user.merchant(),
                () -> ImportBody.of(work.get(), false, merchants.current().zone()));
    }
}

package io.shuke.console.till;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.till.IssuedTillKey;
import io.shuke.marketing.till.TillAlarms;
import io.shuke.marketing.till.TillKey;
import io.shuke.marketing.till.TillKeyId;
import io.shuke.marketing.till.TillKeys;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Merchants;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** The owner gives the tills their keys and takes them away. */
@RestController
class TillKeyDesk {

    private static final int LONGEST_OVERLAP_HOURS = 7 * 24;

    record TillKeyBody(
            String key,
            TillTermsBody terms,
            OffsetDateTime issuedAt,
            @Nullable OffsetDateTime previousUntil,
            @Nullable OffsetDateTime revokedAt) {

        static TillKeyBody of(TillKey key, ZoneId zone) {
            return new TillKeyBody(
                    key.id().toString(),
                    TillTermsBody.of(key.terms()),
                    key.issuedAt().atZone(zone).toOffsetDateTime(),
                    at(key.previousUntil(), zone),
                    at(key.revokedAt(), zone));
        }

        private static @Nullable OffsetDateTime at(@Nullable Instant instant, ZoneId zone) {
            return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
        }
    }

    record TillKeysBody(List<TillKeyBody> items, @Nullable String next) {}

    /** The only time the secret is seen. */
    record IssuedTillKeyBody(String key, String secret) {

        static IssuedTillKeyBody of(IssuedTillKey issued) {
            return new IssuedTillKeyBody(issued.id().toString(), issued.secret().value());
        }

        @Override
        public String toString() {
            return "IssuedTillKeyBody[" + key + "]";
        }
    }

    /** @param overlapHours how long the old secret stays good, a day when left out */
    record RotationBody(@Nullable Integer overlapHours) {

        Duration overlap() {
            var hours = overlapHours == null ? 24 : overlapHours;
            if (hours < 0 || hours > LONGEST_OVERLAP_HOURS) {
                throw new ServerWebInputException("overlapHours");
            }
            return Duration.ofHours(hours);
        }
    }

    record TillAlarmBody(String key, String cap, OffsetDateTime at) {}

    record TillAlarmsBody(
            List<TillAlarmBody> items, @Nullable String next) {}

    private final TillKeys keys;
    private final TillAlarms alarms;
    private final Merchants merchants;
    private final Jdbc jdbc;

    TillKeyDesk(TillKeys keys, TillAlarms alarms, Merchants merchants, Jdbc jdbc) {
        this.keys = keys;
        this.alarms = alarms;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/till-keys")
    Mono<TillKeysBody> all(ConsoleUser user) {
        return jdbc.call(user.merchant(), () -> {
            var zone = merchants.current().zone();
            return new TillKeysBody(
                    keys.all().stream().map(key -> TillKeyBody.of(key, zone)).toList(), null);
        });
    }

    @PostMapping("/console/api/till-keys")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<IssuedTillKeyBody> issue(ConsoleUser user, @RequestBody TillTermsBody body) {
        var terms = body.toDomain();
        return jdbc.call(user.merchant(), () -> IssuedTillKeyBody.of(keys.issue(terms)));
    }

    @PutMapping("/console/api/till-keys/{id}")
    Mono<TillKeyBody> change(ConsoleUser user, @PathVariable String id, @RequestBody TillTermsBody body) {
        var key = key(id);
        var terms = body.toDomain();
        return jdbc.call(
                user.merchant(),
                () -> TillKeyBody.of(
                        keys.change(key, terms), merchants.current().zone()));
    }

    @PostMapping("/console/api/till-keys/{id}/rotations")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<IssuedTillKeyBody> rotate(ConsoleUser user, @PathVariable String id, @RequestBody RotationBody body) {
        var key = key(id);
        var overlap = body.overlap();
        return jdbc.call(user.merchant(), () -> IssuedTillKeyBody.of(keys.rotate(key, overlap)));
    }

    @DeleteMapping("/console/api/till-keys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(ConsoleUser user, @PathVariable String id) {
        var key = key(id);
        return jdbc.call(user.merchant(), () -> {
                    keys.revoke(key);
                    return true;
                })
                .then();
    }

    /** The last month's, newest first. */
    @GetMapping("/console/api/till-alarms")
    Mono<TillAlarmsBody> alarms(ConsoleUser user) {
        return jdbc.call(user.merchant(), () -> {
            var zone = merchants.current().zone();
            return new TillAlarmsBody(
                    alarms.recent().stream()
                            .map(one -> new TillAlarmBody(
                                    one.key().toString(),
                                    one.cap().label(),
                                    one.at().atZone(zone).toOffsetDateTime()))
                            .toList(),
                    null);
        });
    }

    private static TillKeyId key(String id) {
        return TillKeyId.parse(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

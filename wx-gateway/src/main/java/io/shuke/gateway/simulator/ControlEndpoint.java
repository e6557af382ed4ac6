package io.shuke.gateway.simulator;

import io.shuke.gateway.simulator.PeopleEndpoint.Items;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What went over the wire, and the switches for what goes wrong. */
@Simulated
@RestController
@RequestMapping("/sim/api")
class ControlEndpoint {

    private final Journal journal;
    private final Faults faults;
    private final Quotas quotas;
    private final Tokens tokens;
    private final Callbacks callbacks;

    ControlEndpoint(Journal journal, Faults faults, Quotas quotas, Tokens tokens, Callbacks callbacks) {
        this.journal = journal;
        this.faults = faults;
        this.quotas = quotas;
        this.tokens = tokens;
        this.callbacks = callbacks;
    }

    @GetMapping("/requests")
    Items<Journal.Entry> requests(
            @RequestParam(name = "limit", defaultValue = "200") int limit,
            @RequestParam(name = "path", required = false) @Nullable String path) {
        return new Items<>(journal.newest(Integer.MAX_VALUE).stream()
                .filter(entry -> path == null || entry.path().equals(path))
                .limit(Math.max(0, limit))
                .toList());
    }

    @DeleteMapping("/requests")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forgetRequests() {
        journal.clear();
    }

    @GetMapping("/callbacks")
    Items<Parcel.Sight> callbacks(@RequestParam(name = "limit", defaultValue = "100") int limit) {
        return new Items<>(callbacks.newest(limit));
    }

    @GetMapping("/delivery")
    Delivery delivery() {
        return callbacks.usual();
    }

    /** How callbacks travel from now on; what is not said is as usual. */
    @PostMapping("/delivery")
    Delivery changeDelivery(@RequestBody(required = false) @Nullable String body) {
        callbacks.usually(Delivery.USUAL.with(Json.read(body == null ? "" : body)));
        return callbacks.usual();
    }

    @DeleteMapping("/delivery")
    Delivery usualDelivery() {
        callbacks.usually(Delivery.USUAL);
        return callbacks.usual();
    }

    /** Sends what was held back. */
    @PostMapping("/delivery/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> release() {
        return callbacks.release();
    }

    @GetMapping("/faults")
    Items<Fault> faults() {
        return new Items<>(faults.all());
    }

    @PostMapping("/faults")
    @ResponseStatus(HttpStatus.CREATED)
    Items<Fault> addFault(@RequestBody Fault fault) {
        faults.add(fault);
        return new Items<>(faults.all());
    }

    @DeleteMapping("/faults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clearFaults() {
        faults.clear();
    }

    record Limit(String path, long limit) {}

    /** A smaller day for one endpoint: from the call after it on, 45009. */
    @PostMapping("/quotas")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void limit(@RequestBody Limit limit) {
        quotas.limit(limit.path(), limit.limit());
    }

    @DeleteMapping("/quotas")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void usualQuotas() {
        quotas.reset();
    }

    /** All access tokens are void at once, as when somebody resets the secret. */
    @DeleteMapping("/tokens")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeTokens() {
        tokens.revokeAll();
    }
}

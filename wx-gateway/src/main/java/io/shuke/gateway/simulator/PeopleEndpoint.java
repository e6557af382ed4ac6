package io.shuke.gateway.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The people with phones. */
@Simulated
@RestController
@RequestMapping("/sim/api/people")
class PeopleEndpoint {

    record Profile(
            String id,
            String nickname,
            String unionid,
            String phone,
            Map<String, String> openids,
            Map<String, Boolean> following) {}

    record Items<T>(List<T> items) {}

    private final Accounts accounts;
    private final People people;
    private final Phones phones;

    PeopleEndpoint(Accounts accounts, People people, Phones phones) {
        this.accounts = accounts;
        this.people = people;
        this.phones = phones;
    }

    @GetMapping
    Mono<Items<Profile>> all() {
        return accounts.all()
                .map(known -> new Items<>(people.all().stream()
                        .map(person -> profile(person, known))
                        .toList()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Profile> add(@RequestBody(required = false) @Nullable String body) {
        var nickname = Json.read(body == null ? "" : body)
                .path("nickname")
                .asString("")
                .strip();
        return accounts.all()
                .map(known -> profile(people.add(nickname.isEmpty() ? "路人" + Randoms.number(3) : nickname), known));
    }

    @GetMapping("/{id}")
    Mono<Profile> one(@PathVariable("id") String id) {
        return accounts.all().map(known -> profile(people.person(id), known));
    }

    @GetMapping("/{id}/messages")
    Items<PhoneMessage> messages(@PathVariable("id") String id) {
        return new Items<>(phones.messages(people.person(id)));
    }

    private Profile profile(Person person, List<SimulatedAccount> known) {
        var openids = new LinkedHashMap<String, String>();
        var following = new LinkedHashMap<String, Boolean>();
        known.forEach(account -> {
            openids.put(account.appid(), person.openid(account.appid()));
            if (account.official()) {
                following.put(
                        account.appid(), people.fan(account.appid(), person).following());
            }
        });
        return new Profile(person.id(), person.nickname(), person.unionid(), person.phone(), openids, following);
    }
}
